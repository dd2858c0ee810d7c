import { FormFoot } from '../manage/form-foot.tsx';
import { useForm } from '../manage/use-form.ts';
import { sendNewMeeting } from './meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import type { OnMeetings } from './use-meetings.ts';
import { useWhole } from './use-whole.ts';
import { isWhole, WhenFields } from './when-fields.tsx';

const nothing = { date: '', starts: '09:00' };

/** One more meeting, besides those of the rhythm. */
export function NewMeeting({ on }: { readonly on: OnMeetings }) {
  const words = useMeetingsWords();
  const form = useForm(nothing, (wish) => on.send((at) => sendNewMeeting(at, wish)));
  const { submit, missing } = useWhole(form, isWhole);
  const { today: first, last } = on.page;
  return (
    <section className="card" aria-labelledby="new-meeting">
      <h2 id="new-meeting">{words('new.title')}</h2>
      <form onSubmit={submit} noValidate>
        <WhenFields {...form.value} {...{ first, last }} label={words('field.date')} change={form.edit} />
        {missing && <p role="alert">{words('form.missing')}</p>}
        <FormFoot form={form} label={words('new.do')} />
      </form>
    </section>
  );
}
