import { useEffect, useRef } from 'react';
import { type AgendaStep, agendaSteps } from '../../bot/contracts/agenda-steps.ts';
import { meetingPlace } from '../place.ts';
import { ShareToMeeting } from '../present/share.tsx';
import { DeedSaid } from '../deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import { turnOf } from './step-keys.ts';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from '../use-deed.ts';

const leave = () => {
  location.hash = '';
};

/**
 * The bar below every step. Whoever leads the meeting turns it for everybody; until it has begun, after it has ended and for everybody else,
 * turning is looking on one's own.
 */
export function Turning({ meeting: { page, change, at }, step }: { readonly meeting: Meeting; readonly step: AgendaStep }) {
  const words = useMeetingWords();
  const deed = useDeed();
  const leads = page.mayLead && !page.over;
  const drives = leads && page.started !== null;
  const together = drives && step === page.step;
  const here = agendaSteps.indexOf(step);
  const [back, next] = [agendaSteps[here - 1], agendaSteps[here + 1]];
  const lead = (to: AgendaStep): void => {
    void deed
      .run(() => change({ is: 'step', step: to }))
      .then((stored) => {
        if (stored) location.hash = meetingPlace(page.number);
      });
  };
  const go = (to: AgendaStep | undefined): void => {
    if (to === undefined) return;
    if (together) lead(to);
    else location.hash = meetingPlace(page.number, to === page.step ? undefined : to);
  };
  const turn = useRef(go);
  useEffect(() => {
    turn.current = go;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const wish = turnOf(event);
      if (wish === undefined) return;
      event.preventDefault();
      if (wish === 'leave') leave();
      else turn.current(wish === 'next' ? next : back);
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
    };
  }, [next, back]);
  const start = () => {
    void deed.run(() => change({ is: 'start' }));
  };
  return (
    <nav className="turning" aria-label={words('go')}>
      <DeedSaid deed={deed} />
      <div className="buttons">
        <button
          type="button"
          className="plain"
          aria-disabled={back === undefined}
          onClick={() => {
            go(back);
          }}
        >
          {words('go.back')}
        </button>
        {leads && !drives && (
          <button type="button" className="button" aria-disabled={deed.busy} onClick={start}>
            {words('go.start')}
          </button>
        )}
        {drives && !together && (
          <button
            type="button"
            className="button"
            aria-disabled={deed.busy}
            onClick={() => {
              lead(step);
            }}
          >
            {words('go.here')}
          </button>
        )}
        {next !== undefined && (
          <button
            type="button"
            className={together ? 'button' : 'plain'}
            aria-disabled={deed.busy}
            onClick={() => {
              go(next);
            }}
          >
            {words('go.next', { step: words(`step.${next}`) })}
          </button>
        )}
        <ShareToMeeting
          words={{ share: words('go.stage'), shared: words('go.staged'), notShared: words('go.notStaged') }}
          channel={at.channel}
          place={meetingPlace(page.number)}
          how="everybody's"
        />
        <span className="quiet keys">{words('go.keys')}</span>
      </div>
      {!page.over && (page.started === null || !page.mayLead) && (
        <p className="quiet">{words(page.started === null ? 'go.notStarted' : 'go.follows')}</p>
      )}
    </nav>
  );
}
