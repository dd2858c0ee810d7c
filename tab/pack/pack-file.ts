import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { deckOf } from '../deck/deck-of.ts';
import { deckWordsIn, type Words } from '../deck/deck-words.ts';
import type { Slide } from '../deck/slide.ts';
import type { Reader } from '../reader.ts';
import { drawBlock } from './draw-block.ts';
import { colours, fonts, layout } from './look.ts';
import { plain } from './plain.ts';
import { newPack, type Pack } from './pptx.ts';

const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** The slides of the presentation as a PowerPoint file: charts and tables that can be edited, and what to ask in the notes. */
export async function packFile(reader: Reader, purpose: string, snapshot: Snapshot): Promise<{ name: string; content: Blob }> {
  const words = deckWordsIn(reader);
  const pack = packOf(words, purpose, snapshot);
  const bytes = (await pack.write({ outputType: 'arraybuffer' })) as ArrayBuffer;
  return { name: words.deck('pack.file', { round: snapshot.round }), content: new Blob([bytes], { type }) };
}

function packOf(words: Words, purpose: string, snapshot: Snapshot): Pack {
  const pack = newPack();
  pack.layout = 'LAYOUT_WIDE';
  pack.author = words.deck('pack.author');
  pack.company = words.deck('pack.author');
  pack.title = plain(purpose);
  pack.subject = words.deck('deck.round', { round: snapshot.round });
  pack.theme = { headFontFace: fonts, bodyFontFace: fonts };
  for (const slide of deckOf(words, purpose, snapshot)) drawSlide(pack, words, slide);
  return pack;
}

function drawSlide(pack: Pack, words: Words, { id, title, blocks, prompts }: Slide): void {
  const page = pack.addSlide();
  page.background = { color: colours.paper };
  page.slideNumber = { x: layout.width - 0.8, y: layout.height - 0.4, color: colours.quiet, fontSize: 11 };
  const first = id === 'purpose';
  page.addText(plain(title), {
    ...{ x: layout.margin, y: first ? 1.4 : 0.3, w: layout.width - 2 * layout.margin, h: first ? 1.8 : 0.8, margin: 0 },
    ...{ fontSize: first ? 36 : 28, bold: true, color: colours.ink, fit: 'shrink', valign: first ? 'bottom' : 'middle' },
  });
  let y = first ? 3.5 : 1.2;
  for (const block of blocks) y = drawBlock(pack, page, words, block, y);
  if (prompts.length > 0) page.addNotes(plain([words.deck('pack.notes'), ...prompts.map((prompt) => `- ${prompt}`)].join('\n')));
}
