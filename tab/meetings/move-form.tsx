import type { MeetingShown } from '../../bot/contracts/meetings-api.ts';
import { FormFoot } from '../manage/form-foot.tsx';
import { useForm } from '../manage/use-form.ts';
import { sendMeetingChange } from './meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import type { OnMeetings } from './use-meetings.ts';
import { useWhole } from './use-whole.ts';
import { isWhole, WhenFields } from './when-fields.tsx';
import { useWhen } from './when.ts';

/** Another day or time. */
export function MoveForm({
  meeting: { number, version, date, starts, survey },
  on,
  done,
}: {
  readonly meeting: MeetingShown;
  readonly on: OnMeetings;
  readonly done: () => void;
}) {
  const words = useMeetingsWords();
  const { at: when } = useWhen(on.page.zone);
  const form = useForm(
    { date, starts },
    (value) => on.send((at) => sendMeetingChange(at, number, { version, change: { is: 'move', ...value } })),
    done,
  );
  const { submit, missing } = useWhole(form, isWhole);
  const { today: first, last } = on.page;
  return (
    <form className="inset" onSubmit={submit} noValidate>
      <WhenFields {...form.value} {...{ first, last }} label={words('move.to')} change={form.edit} />
      {survey !== null && <p className="quiet">{words('move.survey')}</p>}
      {missing && <p role="alert">{words('form.missing')}</p>}
      <FormFoot form={form} label={words('move.do')}>
        <p>{when(date, starts)}</p>
      </FormFoot>
    </form>
  );
}
