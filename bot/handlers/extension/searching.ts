import { roundWords } from '../../../adaptiveCards/found-parts.ts';
import { sayIn } from '../../../locales/translate.ts';
import { extensionQuery } from '../../contracts/extension.ts';
import type { LinkToTab } from '../../contracts/deep-link.ts';
import { wantedWords } from '../../domain/search.ts';
import { Refused } from '../../errors.ts';
import type { UseCases } from '../../usecases/all.ts';
import type { Caller } from '../../usecases/gate.ts';
import { attachmentOf, results, saidInList } from './answers.ts';
import type { Answer } from './answers.ts';

/** What was typed into the search box: where it is asked, whose collaborations, and the page of results Teams wants. */
export const searching =
  (use: Pick<UseCases, 'where' | 'search'>, linkToTab: LinkToTab) =>
  async (caller: Caller, value: unknown): Promise<Answer> => {
    const read = extensionQuery.safeParse(value);
    if (!read.success) throw new Refused('not understood');
    const { text, skip, count } = read.data;
    const language = caller.language ?? 'en';
    const say = sayIn(language);
    const place = await use.where(caller);
    const here = place.is === 'here';
    const among = here ? [place.who.collaboration] : place.own.collaborations.map(({ collaboration: { id } }) => id);
    if (among.length === 0)
      return saidInList(
        say(place.is === 'elsewhere' && place.own.unchecked > 0 ? 'refused.Teams does not answer' : 'extension.none'),
      );
    const findings = await use.search(caller.person, among, {
      ...{ words: wantedWords(text), skip, count, here },
      reads: (round, { zone }) => roundWords(language, zone, round),
    });
    if (findings.length === 0 && skip === 0) return saidInList(say('extension.nothing'));
    return results(findings.map((finding) => attachmentOf(language, finding, linkToTab)));
  };
