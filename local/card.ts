import type { CardAction } from './activities.ts';
import type { Card } from './state.ts';

type Part = Record<string, unknown>;
export type Inputs = Record<string, string | number | boolean>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Every object in a card, outermost first; `fallback` is what an older client would see, so it is left out. */
export function* partsOf(value: unknown): Generator<Part> {
  if (Array.isArray(value)) for (const one of value) yield* partsOf(one);
  if (!isPart(value)) return;
  yield value;
  for (const [key, inner] of Object.entries(value)) if (!['fallback', 'data', 'refresh'].includes(key)) yield* partsOf(inner);
}

/** All words a person can read on a card, in order. */
export const wordsOf = (card: Card): string[] =>
  [...partsOf(card)].flatMap((part) =>
    ['text', 'title', 'label', 'value', 'placeholder'].map((key) => part[key]).filter((word) => typeof word === 'string'),
  );

export type Pressed = { action: CardAction } | { missing: string[] };

/**
 * What a client sends when the button named by verb, title or id is pressed after typing `typed`. Throws on a button or an
 * input the card does not have. Required inputs left empty stop the press, as in a client: their ids come back.
 */
export function pressOn(card: Card, wanted: string, typed: Inputs): Pressed {
  const parts = [...partsOf(card)];
  const button = parts.find(
    (part) =>
      (part['type'] === 'Action.Execute' || part['type'] === 'Action.Submit') &&
      [part['verb'], part['title'], part['id']].includes(wanted),
  );
  if (!button) throw new Error(`The card has no button "${wanted}". It says: ${wordsOf(card).join(' | ')}`);
  const inputs = button['associatedInputs'] === 'none' ? [] : parts.filter((part) => textOf(part['type']).startsWith('Input.'));
  const known = inputs.map((input) => textOf(input['id']));
  const strange = Object.keys(typed).filter((id) => !known.includes(id));
  if (strange.length > 0) throw new Error(`The card has no input ${strange.join(', ')}; it has ${known.join(', ') || 'none'}.`);
  const values = Object.fromEntries(inputs.map((input) => [textOf(input['id']), valueOf(input, typed)]));
  const missing = inputs
    .filter((input) => input['isRequired'] === true && isEmpty(input, values))
    .map((input) => textOf(input['id']));
  if (missing.length > 0) return { missing };
  const data = isPart(button['data']) ? { ...button['data'], ...values } : (button['data'] ?? values);
  const { id, title, verb } = button;
  const type = button['type'] === 'Action.Execute' ? 'Action.Execute' : 'Action.Submit';
  return { action: { type, id: optional(id), title: optional(title), verb: optional(verb), data } };
}

const optional = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Clients send text for every input; a toggle that was never touched has its `valueOff`. */
function valueOf(input: Part, typed: Inputs): string | undefined {
  const given = typed[textOf(input['id'])] ?? input['value'];
  if (given !== undefined) return textOf(given);
  return input['type'] === 'Input.Toggle' ? textOf(input['valueOff'] ?? 'false') : undefined;
}

function isEmpty(input: Part, values: Record<string, string | undefined>): boolean {
  const value = values[textOf(input['id'])] ?? '';
  return input['type'] === 'Input.Toggle' ? value !== textOf(input['valueOn'] ?? 'true') : value.trim() === '';
}
