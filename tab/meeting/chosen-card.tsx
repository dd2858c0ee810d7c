import type { ChosenArea } from '../../bot/contracts/agenda-api.ts';
import { Confirm } from '../confirm.tsx';
import { usePairLink } from '../pair-link.ts';
import { AgreeHere } from './agree-here.tsx';
import { DeedSaid } from '../deed-said.tsx';
import { GroupMaker } from './group-maker.tsx';
import { useMeetingWords } from './meeting-words.ts';
import { SilentSection } from './silent-section.tsx';
import { Sorter } from './sorter.tsx';
import { areaName, useChosenWords } from './topic-words.ts';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from '../use-deed.ts';

/** One focus area that was chosen, in the order in which it is worked on: why, in groups, what kind of problem, and what is agreed. */
export function ChosenCard({ area, meeting }: { readonly area: ChosenArea; readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const worded = useChosenWords(meeting.page)(area);
  const link = usePairLink(meeting.page.organisations);
  const { kind, title, pair, why } = worded;
  const { page } = meeting;
  const id = `area-${area.id}`;
  return (
    <article className="card area" aria-labelledby={id}>
      <header>
        {kind !== undefined && kind !== title && <p className="quiet">{kind}</p>}
        <h3 id={id}>
          {pair ? (
            <a className="link" href={link(...pair)}>
              {title}
            </a>
          ) : (
            title
          )}
        </h3>
        {why !== '' && <p>{why}</p>}
      </header>
      <SilentSection area={area} meeting={meeting} />
      <GroupMaker area={area} meeting={meeting} />
      <Sorter area={area} meeting={meeting} />
      {area.way !== null && page.mayAgree && (
        <AgreeHere
          meeting={meeting}
          area={areaName(worded)}
          field={id}
          kind={area.way === 'technical' ? 'quick win' : 'adaptive'}
          label={words(area.way === 'technical' ? 'sort.assign' : 'sort.step')}
        />
      )}
      {page.mayLead && !page.over && <LeaveOut id={area.id} title={title} change={meeting.change} />}
    </article>
  );
}

function LeaveOut({ id, title, change }: { readonly id: number; readonly title: string } & Pick<Meeting, 'change'>) {
  const words = useMeetingWords();
  const deed = useDeed();
  return (
    <div className="leave">
      <Confirm
        label={words('focus.leave')}
        question={words('focus.leave.ask', { name: title })}
        yes={words('focus.leave.yes')}
        no={words('focus.leave.no')}
        busy={deed.busy}
        deed={() => void deed.run(() => change({ is: 'leave out', area: id }))}
      />
      <DeedSaid deed={deed} />
    </div>
  );
}
