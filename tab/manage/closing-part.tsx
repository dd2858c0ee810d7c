import { Confirm } from '../confirm.tsx';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { KeepLink } from '../rights-door.tsx';
import { useManageWords } from './manage-words.ts';
import { useForm } from './use-form.ts';
import type { AtDesk } from './use-set-up.ts';

const meanings = ['messages', 'nothing', 'meetings', 'key', 'stays'] as const;

/** The end of a collaboration: what it means, what to take along first, and two presses. */
export function ClosingPart({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { day } = useReader();
  const { closed, mayChange } = at.setUp;
  if (closed === null && !mayChange) return null;
  return (
    <section className="card" aria-labelledby="manage-closing">
      <h2 id="manage-closing">{closed === null ? words('closing.title') : words('closing.closed', { date: day(closed) })}</h2>
      {closed === null ? <Offer at={at} /> : <p>{words('closing.closed.text')}</p>}
      <p>
        <KeepLink />
      </p>
    </section>
  );
}

function Offer({ at: { setUp, close } }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { say } = useReader();
  const form = useForm('close', close);
  return (
    <>
      <p>{words('closing.what')}</p>
      <ul>
        {meanings.map((one) => (
          <li key={one}>{words(`closing.means.${one}`)}</li>
        ))}
      </ul>
      <p>{words('closing.first')}</p>
      {form.failure && <p role="alert">{sentenceOf(form.failure, say)}</p>}
      {setUp.open === null ? (
        <Confirm
          label={words('closing.close')}
          question={words('closing.sure')}
          yes={words('closing.yes')}
          no={words('form.no')}
          deed={form.save}
          busy={form.busy}
        />
      ) : (
        <p className="note">{words('closing.open', { round: setUp.open })}</p>
      )}
    </>
  );
}
