import { type SyntheticEvent, useId } from 'react';
import { z } from 'zod';
import { type ChosenArea, groupSizes } from '../../bot/contracts/agenda-api.ts';
import { nameIn, useOwners } from '../actions/said.ts';
import { DeedSaid } from '../deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from '../use-deed.ts';
import { draftKey, useDraft } from '../use-draft.ts';

/** People of one organisation who are counted at most. */
const mostOfOne = 50;
/** `counts`: how many are here of each organisation, by its number; one text for each, as it is typed. */
const shape = z.strictObject({ size: z.number(), counts: z.record(z.string(), z.string()) });
/** What is typed stays for the next area: as many people are here. */
const usual: z.infer<typeof shape> = { size: 4, counts: {} };

/** Groups that mix organisations: of those who were written down as here, or of so many from each organisation. */
export function GroupMaker({ area, meeting }: { readonly area: ChosenArea; readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const { page } = meeting;
  return (
    <section className="grouping" aria-labelledby={`groups-${area.id} area-${area.id}`}>
      <h4 id={`groups-${area.id}`}>{words('groups.title')}</h4>
      {area.groups === null ? (
        <p className="quiet">{words('groups.none')}</p>
      ) : (
        <Groups groups={area.groups} organisations={page.organisations} />
      )}
      {page.mayLead && !page.over && <MakeGroups area={area} meeting={meeting} />}
    </section>
  );
}

function Groups({
  groups,
  organisations,
}: {
  readonly groups: NonNullable<ChosenArea['groups']>;
  readonly organisations: Meeting['page']['organisations'];
}) {
  const words = useMeetingWords();
  const named = useOwners(organisations);
  const id = useId();
  return (
    <ol className="groups">
      {groups.map((group, at) => (
        <li key={at}>
          <strong id={`${id}-${at}`}>{words('groups.name', { number: at + 1 })}</strong>
          <ul aria-labelledby={`${id}-${at}`}>
            {group.map((seat, place) => (
              <li key={place}>{named([seat])}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function MakeGroups({ area, meeting: { page, change, at } }: { readonly area: ChosenArea; readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const deed = useDeed();
  const { value, edit } = useDraft(draftKey(at, 'groups'), shape, usual);
  const size = groupSizes.find((one) => one === value.size) ?? usual.size;
  const partners = page.organisations.filter(({ left }) => !left);
  const make = (event: SyntheticEvent) => {
    event.preventDefault();
    const counts = partners.map(({ id }) => ({
      organisation: id,
      count: Math.min(mostOfOne, Math.max(0, Math.trunc(Number(value.counts[id])) || 0)),
    }));
    void deed.run(() =>
      change({
        is: 'groups',
        area: area.id,
        size: size as (typeof groupSizes)[number],
        counts: page.here === null ? counts : [],
      }),
    );
  };
  return (
    <form noValidate onSubmit={make}>
      {page.here === null && (
        <fieldset>
          <legend>{words('groups.count')}</legend>
          <div className="fields">
            {partners.map(({ id }) => (
              <label key={id}>
                {words('groups.count.of', { organisation: nameIn(partners, id) })}
                <input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={mostOfOne}
                  value={value.counts[id] ?? ''}
                  onChange={({ target }) => {
                    edit({ ...value, counts: { ...value.counts, [id]: target.value } });
                  }}
                />
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div className="buttons">
        <label className="size">
          {words('groups.size')}
          <select
            value={size}
            onChange={({ target }) => {
              edit({ ...value, size: Number(target.value) });
            }}
          >
            {groupSizes.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="plain" aria-disabled={deed.busy}>
          {words(area.groups === null ? 'groups.make' : 'groups.again')}
        </button>
        <DeedSaid deed={deed} />
      </div>
    </form>
  );
}
