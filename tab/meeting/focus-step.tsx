import { strengthOf } from '../focus-words.ts';
import { useReader } from '../reader.ts';
import { ChosenCard } from './chosen-card.tsx';
import { useMeetingWords } from './meeting-words.ts';
import { OfferedAreas } from './offered-areas.tsx';
import type { Meeting } from './use-agenda.ts';

/** Two or three things to work on: what is suggested and why, what was chosen, and how each is worked on. */
export function FocusStep({ meeting }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const reader = useReader();
  const { page } = meeting;
  const { chosen, closed, strength, organisations, mayLead, over } = page;
  const chooses = mayLead && !over;
  return (
    <>
      <p>
        {chooses && `${words('focus.intro')} `}
        <span className="quiet">
          {closed === null ? words('focus.nothing') : words('focus.from', { date: reader.day(closed) })}
        </span>
      </p>
      <section aria-labelledby="chosen" className="chosen">
        <h2 id="chosen">{words('focus.chosen')}</h2>
        {chosen.length === 0 && <p className="card">{words('focus.chosen.none')}</p>}
        {chosen.map((area) => (
          <ChosenCard key={area.id} area={area} meeting={meeting} />
        ))}
      </section>
      {!over && <OfferedAreas meeting={meeting} />}
      {strength && (
        <section className="card works" aria-labelledby="works">
          <h2 id="works">{words('strength')}</h2>
          <Strength {...strengthOf(strength, organisations, reader)} />
        </section>
      )}
    </>
  );
}

function Strength({ title, why }: ReturnType<typeof strengthOf>) {
  return (
    <p>
      {title && <strong>{title}. </strong>}
      {why}
    </p>
  );
}
