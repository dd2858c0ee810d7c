import type { RhythmWish } from '../../bot/contracts/meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import { SelectField } from './select-field.tsx';
import { weekdayIn, weekdays } from './when.ts';
import { WhenFields } from './when-fields.tsx';

type Rule = RhythmWish['rule'];
const nths = [1, 2, 3, 4, 5, -1] as const;
const longest = { week: 52, month: 12 } as const;
const range = (most: number): readonly number[] => Array.from({ length: most }, (_, place) => place + 1);

/** Weeks are counted on from the week of the first day. */
const asRule = (each: string, { every, weekday }: Rule, nth: (typeof nths)[number]): Rule =>
  each === 'week'
    ? { each: 'week', every: Math.min(every, longest.week), weekday }
    : { each: 'month', every: Math.min(every, longest.month), weekday, nth };

export function RhythmFields({
  wish,
  today,
  change,
}: {
  readonly wish: RhythmWish;
  readonly today: string;
  readonly change: (wish: RhythmWish) => void;
}) {
  const words = useMeetingsWords();
  const { rule, from, starts } = wish;
  const nth = rule.each === 'month' ? rule.nth : 1;
  const edit = (next: Rule) => {
    change({ ...wish, rule: next });
  };
  return (
    <>
      <div className="fields">
        <SelectField
          label={words('rhythm.each')}
          value={rule.each}
          choose={(each) => {
            edit(asRule(each, rule, nth));
          }}
        >
          <option value="week">{words('rhythm.each.week')}</option>
          <option value="month">{words('rhythm.each.month')}</option>
        </SelectField>
        <SelectField
          label={words('rhythm.every')}
          value={String(rule.every)}
          choose={(every) => {
            edit({ ...rule, every: Number(every) });
          }}
        >
          {range(longest[rule.each]).map((count) => (
            <option key={count} value={count}>
              {words(`rhythm.every.${rule.each}`, { count })}
            </option>
          ))}
        </SelectField>
        {rule.each === 'month' && (
          <SelectField
            label={words('rhythm.nth')}
            value={String(rule.nth)}
            choose={(chosen) => {
              edit({ ...rule, nth: nths.find((one) => String(one) === chosen) ?? rule.nth });
            }}
          >
            {nths.map((one) => (
              <option key={one} value={one}>
                {words(`nth.${one}`)}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={words('rhythm.weekday')}
          value={String(rule.weekday)}
          choose={(chosen) => {
            edit({ ...rule, weekday: weekdays.find((one) => String(one) === chosen) ?? rule.weekday });
          }}
        >
          {weekdays.map((one) => (
            <option key={one} value={one}>
              {weekdayIn(words, one)}
            </option>
          ))}
        </SelectField>
      </div>
      <WhenFields
        {...{ date: from, starts, first: today, last: '' }}
        label={words('rhythm.from')}
        change={(when) => {
          change({ ...wish, from: when.date, starts: when.starts });
        }}
      />
    </>
  );
}
