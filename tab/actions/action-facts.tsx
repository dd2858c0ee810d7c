import type { ReactNode } from 'react';
import type { ActionPage } from '../../bot/contracts/actions-api.ts';
import { useReader } from '../reader.ts';
import { useActionsWords } from './actions-words.ts';
import { nameIn, useOwners, useReason } from './said.ts';
import { SourceLink } from './source-link.tsx';

/** What was agreed and how it stands; everybody in the channel may read it. */
export function ActionFacts({ page: { action, organisations } }: { readonly page: ActionPage }) {
  const words = useActionsWords();
  const { date } = useReader();
  const owners = useOwners(organisations);
  const reason = useReason();
  const { kind, test, nextStep, snoozed, moved, keptBy, verdict, state } = action;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      words('page.state'),
      action.stuck ? words('state.stuck', { because: reason(action.stuck) }) : words(`state.${verdict ?? state}`),
    ],
    [words('page.owners'), owners(action.owners)],
    ...(nextStep === null ? [] : [[words('page.step'), nextStep] as const]),
    ...(test === null
      ? []
      : ([
          [words('page.what'), test.what],
          [words('page.forWhom'), test.forWhom],
          [words('page.expected'), test.expected],
        ] as const)),
    [words(kind === 'test of change' ? 'page.until' : 'page.due'), date(action.due)],
    ...(moved > 0 ? [[words('page.moved'), words('page.moved.times', { count: moved })] as const] : []),
    ...(keptBy === null ? [] : [[words('page.kept'), nameIn(organisations, keptBy)] as const]),
    ...(snoozed === null
      ? []
      : [[words('page.snoozed'), words('page.snoozed.until', { date: date(snoozed.until), because: snoozed.because })] as const]),
    [words('page.source'), <SourceLink key="source" source={action.source} organisations={organisations} />],
  ];
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{words('page.facts')}</h2>
      <dl className="agreement">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
