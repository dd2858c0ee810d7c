import { useEffect, useRef, useState } from 'react';
import type { MeetingChange, MeetingShown } from '../../bot/contracts/meetings-api.ts';
import { Confirm } from '../confirm.tsx';
import { type Failure, sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { AttendancePart } from './attendance-part.tsx';
import { sendMeetingChange } from './meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import { MoveForm } from './move-form.tsx';
import { SurveyForm } from './survey-form.tsx';
import type { OnMeetings } from './use-meetings.ts';

type Tool = 'move' | 'survey' | 'attendance';

const toolsOf = ({ state, due, round, attended }: MeetingShown): readonly Tool[] => {
  const been = due && state !== 'called off';
  const tools: readonly (readonly [Tool, boolean])[] = [
    ['attendance', been],
    ['move', state === 'planned' && attended === null],
    ['survey', state === 'planned' && !due && round === null],
  ];
  return tools.flatMap(([tool, may]) => (may ? [tool] : []));
};

/** What may be done with one meeting: a press each, and one form at a time. `when`: the meeting, in words. */
export function MeetingTools({
  meeting,
  on,
  when,
}: {
  readonly meeting: MeetingShown;
  readonly on: OnMeetings;
  readonly when: string;
}) {
  const words = useMeetingsWords();
  const { say } = useReader();
  const [open, setOpen] = useState<Tool | null>(null);
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure: Failure | null }>({
    busy: false,
    failure: null,
  });
  const buttons = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const { number, version, state: is, due } = meeting;
  const close = () => {
    buttons.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    setOpen(null);
  };
  useEffect(() => {
    if (open !== null) form.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [open]);
  const tell = (change: MeetingChange['change']) => {
    setState({ busy: true, failure: null });
    void on
      .send((at) => sendMeetingChange(at, number, { version, change }))
      .then((fetched) => {
        setState({ busy: false, failure: 'failure' in fetched ? fetched.failure : null });
      });
  };
  const tools = toolsOf(meeting);
  if (tools.length === 0 && is !== 'planned') return null;
  return (
    <>
      <div className="buttons" ref={buttons}>
        {tools.map((tool) => (
          <button
            key={tool}
            type="button"
            className="plain"
            aria-expanded={open === tool}
            aria-label={words('tool.of', { tool: words(`tool.${tool}`), when })}
            onClick={() => {
              setOpen(open === tool ? null : tool);
            }}
          >
            {words(`tool.${tool}`)}
          </button>
        ))}
        {is === 'planned' && due && (
          <button
            type="button"
            className="plain"
            aria-disabled={state.busy}
            onClick={() => {
              if (!state.busy) tell({ is: 'held' });
            }}
          >
            {words('tool.held')}
          </button>
        )}
        {is === 'planned' && (
          <Confirm
            label={words('tool.callOff')}
            question={words('callOff.sure', { when })}
            yes={words('callOff.yes')}
            no={words('callOff.no')}
            busy={state.busy}
            deed={() => {
              tell({ is: 'call off' });
            }}
          />
        )}
      </div>
      {state.failure && <p role="alert">{sentenceOf(state.failure, say)}</p>}
      {open !== null && (
        <div
          ref={form}
          role="group"
          aria-label={words('tool.of', { tool: words(`tool.${open}`), when })}
          onKeyDown={({ key }) => {
            if (key === 'Escape') close();
          }}
        >
          {open === 'move' && <MoveForm meeting={meeting} on={on} done={close} />}
          {open === 'survey' && <SurveyForm meeting={meeting} on={on} done={close} />}
          {open === 'attendance' && <AttendancePart meeting={meeting} on={on} done={close} />}
        </div>
      )}
    </>
  );
}
