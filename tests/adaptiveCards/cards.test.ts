import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import ts from 'typescript';
import { inDialog } from '../../adaptiveCards/dialog-parts.ts';
import { moment } from '../../adaptiveCards/parts.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import { button } from '../../bot/contracts/buttons.ts';
import { readLinkToTab } from '../../bot/contracts/deep-link.ts';
import { sampleAppId } from '../../local/sample.ts';
import { nodesOf, sourcesIn } from '../sources.ts';
import { built, everywhere, leaves, ofType } from './built-cards.ts';
import type { Node } from './built-cards.ts';

// The browser's build: the package's own modules do not load in Node.
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

const faultsOf = (card: unknown): readonly string[] => {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const found = parsed.validateProperties().validationEvents.map(({ message }) => message);
  return [...Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message), ...found];
};

/** What Teams puts beside a button's data: a valid value of each input; `pick` turns through the choices. */
const filledIn = (card: Card, pick: number): Node =>
  Object.fromEntries(
    ofType(card, /^Input\./).map((input) => {
      const choices = (input['choices'] ?? []) as readonly { value: string }[];
      if (input['type'] === 'Input.ChoiceSet') return [String(input['id']), choices[pick % choices.length]?.value];
      return [String(input['id']), input['type'] === 'Input.Date' ? '2027-03-01' : 'One\nTwo'];
    }),
  );

/** A button whose data are for Teams itself. */
const isForTeams = (action: Node): boolean => 'msteams' in ((action['data'] ?? {}) as Node);

/** The buttons of a card and of its parts that send something to us. */
const sending = (card: Card): readonly Node[] => [
  ...((card.actions ?? []) as unknown as readonly Node[]).filter(
    (action) => action['type'] !== 'Action.OpenUrl' && !isForTeams(action),
  ),
  ...ofType(card, /^ActionSet$/).flatMap((set) => set['actions'] as readonly Node[]),
];

describe('every card', function () {
  this.timeout(60_000);

  it('is here', () => {
    const here = new Set(built.flatMap(({ before }) => Object.keys(before).map((name) => name.split(',')[0])));
    const exported = sourcesIn('adaptiveCards')
      .filter(({ path }) => !/\/(\w+-)?parts\.ts$/.test(path))
      .flatMap(({ tree }) => nodesOf(tree))
      .flatMap((node) =>
        ts.isVariableStatement(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
          ? node.declarationList.declarations
          : [],
      )
      .map(({ name }) => name.getText());
    assert.deepEqual([...here].sort(), exported.sort());
  });

  it('is understood by the official parser, and is of version 1.5', () => {
    everywhere((card, name) => {
      assert.equal(card.version, '1.5');
      assert.deepEqual(faultsOf(card), [], name);
    });
  });

  it('would not pass the parser if it were wrong', () => {
    const broken = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlok', text: 'x' },
        { type: 'Input.Text', isRequired: true },
      ],
    };
    assert.ok(faultsOf(broken).length >= 2);
  });

  it('has a label on every input, and says what is wrong where one is required', () => {
    everywhere((card, name) => {
      for (const input of ofType(card, /^Input\./)) {
        assert.ok(typeof input['label'] === 'string' && input['label'] !== '', name);
        assert.ok(
          input['isRequired'] !== true || (typeof input['errorMessage'] === 'string' && input['errorMessage'] !== ''),
          name,
        );
      }
    });
  });

  it('has buttons that a client without Action.Execute sends with the same data, at most six', () => {
    everywhere((card, name) => {
      assert.ok((card.actions ?? []).length <= 6, name);
      for (const action of sending(card)) {
        const fallback = action['fallback'] as Node;
        assert.deepEqual([action['type'], fallback['type']], ['Action.Execute', 'Action.Submit'], name);
        for (const part of ['data', 'title', 'associatedInputs'])
          assert.deepEqual(fallback[part], action[part], `${name}: ${part}`);
        assert.equal(action['verb'], (action['data'] as Node)['verb'], name);
      }
    });
  });

  it('sends what its contract takes, whichever choices are made', () => {
    everywhere((card, name) => {
      const refreshes = card.refresh?.action === undefined ? [] : [card.refresh.action as unknown as Node];
      for (const action of [...sending(card), ...refreshes]) {
        for (const pick of [0, 1, 2, 3, 4, 5]) {
          const inputs = action['associatedInputs'] === 'none' || refreshes.includes(action) ? {} : filledIn(card, pick);
          const data = action['data'] as Node;
          assert.deepEqual(
            Object.keys(inputs).filter((input) => input in data),
            [],
            `${name}: an input replaces what the button says`,
          );
          const sent = button.safeParse({ ...data, ...inputs });
          assert.ok(sent.success, `${name}: ${sent.error?.message ?? ''}`);
        }
      }
    });
  });

  it('goes nowhere but to its own tab in Teams', () => {
    const links = new Set<unknown>();
    everywhere((card) => {
      for (const action of ofType(card, /^Action\.OpenUrl$/)) links.add(action['url']);
    });
    assert.ok(links.size > 1);
    for (const link of links) assert.ok(readLinkToTab(String(link), sampleAppId), String(link));
  });

  it('says the same in a dialog, where it sends by Action.Submit alone', () => {
    everywhere((card, name) => {
      const shown = inDialog(card, 'Sample title', 'Sample trouble');
      assert.equal(JSON.stringify(shown).includes('Action.Execute'), card.refresh !== undefined, name);
      assert.deepEqual(faultsOf(shown), [], name);
      const data = (one: Card) => sending(one).map((action) => action['data']);
      assert.deepEqual(data(shown), data(card), name);
    });
  });

  it('is fetched for at most 60 people by itself', () => {
    const fetched = Object.values(built[0]?.before ?? {}).flatMap(({ refresh }) =>
      refresh === undefined ? [] : [refresh.userIds?.length ?? Infinity],
    );
    assert.deepEqual([Math.max(...fetched), fetched.length], [60, 7]);
  });

  it('fits into a message of Teams, 28 KB with everything around it', () => {
    everywhere((card, name) => {
      const ids = {
        from: { id: `28:${'0'.repeat(36)}`, name: 'Common Ground' },
        conversation: { id: 'x'.repeat(200) },
        replyToId: '0'.repeat(20),
      };
      const activity = {
        type: 'message',
        ...ids,
        summary: 'x'.repeat(100),
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      };
      const bytes = Buffer.byteLength(JSON.stringify(activity));
      assert.ok(bytes < 28_000, `${name}: ${bytes} bytes`);
    });
  });

  it('has no hole in its words', () => {
    for (const { before } of built) {
      for (const [name, card] of Object.entries(before)) {
        for (const { path, text } of leaves(card))
          assert.doesNotMatch(text, /undefined|NaN|null|\{\{|\$\{|\[object|Invalid|^\s*$/, `${name} ${path}`);
      }
    }
  });
});

describe('words and numbers on cards', () => {
  it('tell the closing time where the collaboration is', () => {
    const closes = new Date('2027-04-02T13:00Z');
    assert.match(moment(closes, 'Europe/Oslo', 'en'), /Friday 2 April.*15:00/);
    assert.match(moment(closes, 'Europe/London', 'en'), /Friday 2 April.*14:00/);
    assert.match(moment(closes, 'Europe/Oslo', 'nb'), /fredag 2\. april.*15:00/);
  });
});
