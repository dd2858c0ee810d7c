import { useEffect, useId, useRef, useState } from 'react';
import { useForm } from '../manage/use-form.ts';
import { usePairWords } from '../pair/pair-words.ts';
import { AboutForm } from './about-form.tsx';
import { isUnwritten, Texts } from './about-texts.tsx';
import type { AboutOf, AboutTexts, SendAbout } from './use-about.ts';

/** What one organisation says about itself, and the form for who may change it. */
export function AboutCard({
  organisation,
  longest,
  send,
  level: Heading,
}: {
  readonly organisation: AboutOf;
  readonly longest: number;
  readonly send: SendAbout;
  readonly level: 'h2' | 'h3';
}) {
  const words = usePairWords();
  const id = useId();
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  const { name, left, mayWrite, does, doesNot, reach } = organisation;
  const stored: AboutTexts = { does, doesNot, reach };
  const form = useForm(
    stored,
    (texts) => send(organisation, texts),
    () => {
      setWriting(false);
    },
  );
  useEffect(() => {
    if (!writing && back.current) opener.current?.focus();
    back.current = writing;
  }, [writing]);
  const label = words(isUnwritten(stored) ? 'who.write' : 'who.change');
  return (
    <section className="card about" aria-labelledby={id}>
      <Heading id={id}>{name}</Heading>
      {left && <p className="quiet">{words('who.left')}</p>}
      {writing ? (
        <AboutForm
          form={form}
          stored={stored}
          longest={longest}
          cancel={() => {
            form.forget();
            setWriting(false);
          }}
        />
      ) : (
        <>
          <Texts of={stored} />
          {mayWrite && (
            <div className="buttons">
              <button
                type="button"
                className="plain"
                ref={opener}
                aria-label={words('who.of', { deed: label, organisation: name })}
                onClick={() => {
                  setWriting(true);
                }}
              >
                {label}
              </button>
              <span role="status">{form.saved && words('who.saved')}</span>
            </div>
          )}
        </>
      )}
    </section>
  );
}
