import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { actionKinds } from '../../bot/contracts/action-choices.ts';
import type { AgendaPage } from '../../bot/contracts/agenda-api.ts';
import type { Partners } from '../../bot/contracts/actions-api.ts';
import { fetchPartners } from '../actions/actions-api.ts';
import { NewActionForm, nothingTyped, type Typed } from '../actions/new-action-form.tsx';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { useFetched } from '../timeline/use-fetched.ts';
import { useMeetingWords } from './meeting-words.ts';
import type { Meeting } from './use-agenda.ts';
import { draftKey, useDraft } from '../use-draft.ts';

const shape: z.ZodType<Typed | null> = z
  .strictObject({
    ...{ text: z.string(), kind: z.enum(actionKinds), due: z.string(), owners: z.array(z.number()) },
    ...{ nextStep: z.string(), what: z.string(), forWhom: z.string(), expected: z.string() },
  })
  .nullable();

interface Props {
  readonly meeting: Meeting;
  /** The focus area the action comes from, as the action will name it. */
  readonly area: string | undefined;
  /** Tells this form from the others of the meeting. */
  readonly field: string;
  readonly kind: Typed['kind'];
  readonly label: string;
}

/** A new action, agreed where people are talking: the form opens in place, with the next meeting as its date. */
export function AgreeHere(props: Props) {
  const words = useMeetingWords();
  const [state, setState] = useState<'closed' | 'open' | 'agreed'>('closed');
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state === 'agreed') opener.current?.focus();
  }, [state]);
  if (state === 'open')
    return (
      <OpenForm
        {...props}
        close={(agreed) => {
          setState(agreed ? 'agreed' : 'closed');
        }}
      />
    );
  return (
    <div className="buttons">
      <button
        type="button"
        className="button"
        ref={opener}
        onClick={() => {
          setState('open');
        }}
      >
        {props.label}
      </button>
      <span role="status">{state === 'agreed' && words('agree.done')}</span>
    </div>
  );
}

function OpenForm({ close, ...props }: Props & { readonly close: (agreed: boolean) => void }) {
  const { say } = useReader();
  const { at } = props.meeting;
  const { fetched } = useFetched(useCallback(() => fetchPartners(at), [at]));
  if (fetched === undefined) return <p role="status">{say('deed.busy')}</p>;
  if ('failure' in fetched) return <p role="alert">{sentenceOf(fetched.failure, say)}</p>;
  return <Form {...props} partners={fetched.value} close={close} />;
}

/** Due by the next meeting, where it is planned; else it is for whoever agrees it to say. */
const begun = ({ next }: AgendaPage, kind: Typed['kind'], you: number | null): Typed => ({
  ...{ ...nothingTyped, kind, due: next?.date ?? '' },
  owners: you === null ? [] : [you],
});

function Form({
  meeting: { at, page, agree },
  area,
  field,
  kind,
  partners,
  close,
}: Props & { readonly partners: Partners; readonly close: (agreed: boolean) => void }) {
  const words = useMeetingWords();
  const draft = useDraft(draftKey(at, `action ${field}`), shape, null);
  const typed = draft.value ?? begun(page, kind, partners.you);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    card.current?.querySelector('textarea')?.focus();
  }, []);
  return (
    <div className="inset" role="group" aria-label={words('agree.title')} ref={card}>
      <NewActionForm
        partners={partners}
        typed={typed}
        type={(part) => {
          draft.edit({ ...typed, ...part });
        }}
        send={(wish) => agree({ ...wish, request: draft.request, ...(area !== undefined && { area }) })}
        agreed={() => {
          draft.done();
          close(true);
        }}
      />
      <p className="quiet">{words('agree.draft')}</p>
      <div className="buttons">
        <button
          type="button"
          className="plain"
          onClick={() => {
            close(false);
          }}
        >
          {words('agree.close')}
        </button>
      </div>
    </div>
  );
}
