import type { Card } from './parts.ts';
import { warning } from './parts.ts';

type Part = Readonly<Record<string, unknown>>;
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** Dialogs of Teams know Action.Submit only: the same data, by the fallback that every button of ours has. */
const submitting = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(submitting);
  if (!isPart(value)) return value;
  const { type, fallback, style } = value;
  if (type === 'Action.Execute' && isPart(fallback)) return { ...fallback, ...(style === undefined ? {} : { style }) };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'data' ? part : submitting(part)]));
};

/** A card as a dialog with this title shows it. `trouble`: why it is shown again, or not filled in. */
export const inDialog = (card: Card, title: string, trouble?: string): Card => {
  const { body, ...rest } = submitting(card) as Card;
  // What the dialog is called need not be said twice.
  const parts = [...body].filter((part, at) => !(at === 0 && 'text' in part && part.text === title));
  return { ...rest, body: [...(trouble === undefined ? [] : [warning(trouble)]), ...parts] };
};
