import type { SetUp } from '../../contracts/manage-api.ts';
import { cardDelivery } from '../../domain/delivery.ts';
import { askGoodFor, codeGoodFor, shownCode } from '../../domain/linking.ts';
import type { LinkAsk } from '../../domain/linking.ts';
import type { LinkedChannel } from '../../domain/set-up.ts';
import { isOpen } from '../../domain/round.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Entered } from '../gate.ts';
import { atHomeOnly, integrationManagerOnly } from '../gate.ts';
import { messageToChannel } from '../sending/message-to.ts';
import { type InChannel, setUpOf } from '../setup/read-set-up.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/** `id`: of a channel that asks, or of one that is linked. */
export type LinkChange = { readonly is: 'confirm' | 'decline' | 'unlink'; readonly id: number };

/** What the linked channel gets at once: what it is part of now, and the card of a round that is open. */
const tellChannel = async (unit: Unit, who: InChannel, { id, channel }: LinkAsk, now: Date): Promise<void> => {
  await messageToChannel(unit, who.collaboration, { key: `linked ${id}`, kind: 'linked', channel }, now);
  const round = await unit.rounds.latest();
  if (round === undefined || !isOpen(round, now)) return;
  const earlier = (await unit.deliveries.cards(round.number)).filter((card) => card.channel === channel);
  await messageToChannel(unit, who.collaboration, cardDelivery(round.number, earlier.length + 1, channel), now);
};

const confirm = async (unit: Unit, who: InChannel, ask: LinkAsk, now: Date): Promise<void> => {
  if ((await unit.links.link(ask, now)) === 'channel taken') throw new Refused('channel taken');
  await unit.links.dropAsk(ask.id);
  const { id, channel, tenantId, named, by } = ask;
  await unit.note('channel linked', who.person, { ask: id, channel, tenantId, named, askedBy: by.objectId }, now);
  await tellChannel(unit, who, ask, now);
};

/** Access is gone when this transaction is done; the roster follows, and nobody of that channel is written to meanwhile (`privately`). */
export const endLink = async (unit: Unit, who: Pick<Entered, 'collaboration' | 'person'>, linked: LinkedChannel, now: Date) => {
  const { channel, tenantId, named } = linked;
  if (!(await unit.links.unlink(channel))) return;
  await unit.note('channel unlinked', who.person, { channel, tenantId, named }, now);
  await unit.enqueue({ name: 'leave channel', collaboration: who.collaboration, channel });
};

/** By integration managers, in the home channel; each is logged. */
export const manageLinks = ({ store, clock }: Needs) => {
  const change = async (unit: Unit, who: InChannel, { is, id }: LinkChange, now: Date): Promise<void> => {
    if (is === 'unlink') {
      const linked = (await unit.setUp.channels()).find((one) => one.id === id && !one.home);
      if (linked !== undefined) await endLink(unit, who, linked, now);
      return;
    }
    const ask = (await unit.links.asks(new Date(now.getTime() - askGoodFor))).find((one) => one.id === id);
    if (ask === undefined) return;
    if (is === 'confirm') await confirm(unit, who, ask, now);
    else if (await unit.links.dropAsk(id)) await unit.note('link declined', who.person, { ask: id, channel: ask.channel }, now);
  };

  return {
    /**
     * A code to be shown in another channel, once, within a quarter of an hour; the one before it is worth nothing any more. May it run
     * twice? Yes: the last one counts.
     */
    newCode: (who: InChannel): Promise<{ readonly code: string; readonly goodUntil: Date }> =>
      store.within(who.collaboration, async (unit) => {
        const { id } = await integrationManagerOnly(unit, atHomeOnly(who).person);
        const now = clock();
        const goodUntil = new Date(now.getTime() + codeGoodFor);
        const code = await unit.links.newCode(id, goodUntil);
        await unit.note('link code made', who.person, {}, now);
        return { code: shownCode(code), goodUntil };
      }),

    /** Confirms, declines or ends a link. May it run twice? Yes: what is answered or ended already is left as it is. */
    change: (who: InChannel, wish: LinkChange): Promise<SetUp> =>
      store.within(who.collaboration, async (unit) => {
        // Who says their place in that channel at this moment does so before or after.
        await unit.oneAtATime();
        const now = clock();
        await integrationManagerOnly(unit, atHomeOnly(who).person);
        await change(unit, who, wish, now);
        return await setUpOf(unit, who, now);
      }),
  };
};

/**
 * In the linked channel itself: by whoever asked for the link. Everybody else there may only ask an integration manager. May it run twice?
 * The second is refused: nothing is there any more.
 */
export const unlinkHere =
  ({ store, clock }: Needs) =>
  (who: Entered): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      const linked = (await unit.setUp.channels()).find(({ channel, home }) => !home && channel === who.through);
      if (linked === undefined) throw new Refused('not a linked channel');
      const { tenantId, objectId } = who.person;
      if (linked.askedBy?.tenantId !== tenantId || linked.askedBy.objectId !== objectId) throw new Refused('only who asked');
      await endLink(unit, who, linked, clock());
    });
