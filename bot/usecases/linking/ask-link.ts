import type { Language } from '../../domain/collaboration.ts';
import type { ChannelName } from '../../domain/linking.ts';
import { typedCode } from '../../domain/linking.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Caller } from '../gate.ts';
import { messageToChannel } from '../sending/message-to.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

const refusalFor = {
  'channel taken': 'channel taken',
  'no such code': 'link code not good',
  'too many tries': 'too many tries',
} as const;

/**
 * Somebody in a channel of no collaboration shows the code that a home channel gave out. Nothing of that collaboration is shown to them: its
 * integration manager confirms first, and the home channel is told that somebody waits. May it run twice? The second is refused: a code is good once.
 */
export const askLink =
  ({ store, clock }: Needs) =>
  async (caller: Caller, typed: string, named: ChannelName): Promise<Language> => {
    if (caller.channel === undefined) throw new Refused('only in a channel');
    const { channel, tenantId, person: by, name: byName } = caller;
    const at = clock();
    // What cannot be a code is a wrong one, and is counted like one.
    const used = await store.useLinkCode(typedCode(typed) ?? '', { channel, tenantId, named, by, byName, at });
    if (used.is !== 'asked') throw new Refused(refusalFor[used.is]);
    const { collaboration, ask } = used;
    await store.within(collaboration, async (unit) => {
      await unit.note('link asked for', by, { ask, channel, tenantId, named }, at);
      await messageToChannel(unit, collaboration, { key: `link asked ${ask}`, kind: 'link asked' }, at);
    });
    return caller.language ?? 'en';
  };
