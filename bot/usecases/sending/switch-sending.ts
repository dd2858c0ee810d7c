import type { NoteKind } from '../../domain/audit.ts';
import type { Collaboration, Language } from '../../domain/collaboration.ts';
import type { Stopped } from '../../domain/delivery.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/** Whether messages go out. `by`: the name of who stopped them; absent: not here any more. */
export type SendingView = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly stopped: (Omit<Stopped, 'by'> & { readonly by?: string }) | undefined;
};

export const sendingView = async (unit: Unit, who: Inside): Promise<SendingView> => {
  const collaboration = await unit.collaboration();
  const stopped = await unit.sending.stopped();
  const by = stopped && (await unit.members.find(stopped.by));
  return {
    language: who.language ?? collaboration.language,
    collaboration,
    stopped: stopped && { since: stopped.since, ...(by === undefined ? {} : { by: by.name }) },
  };
};

/** What was held goes out, if it is still so; cards that stand in the channel and in chats say what is so now. */
const release = async (unit: Unit, collaboration: Collaboration['id'], now: Date): Promise<boolean> => {
  const started = await unit.sending.start(now);
  if (started === undefined) return false;
  for (const delivery of started.held) await unit.enqueue({ name: 'deliver', collaboration, delivery });
  for (const { meeting, closed } of await unit.checkOuts.closed())
    if (closed !== undefined && closed >= started.since) await unit.enqueue({ name: 'show check-out', collaboration, meeting });
  const latest = await unit.rounds.latest();
  if (latest === undefined) return true;
  await unit.enqueue({ name: 'refresh survey card', collaboration, round: latest.number });
  const closed = await unit.rounds.closedAt(latest.number);
  if (closed !== undefined && closed >= started.since)
    await unit.enqueue({ name: 'close copies', collaboration, round: latest.number, last: 0 });
  return true;
};

/**
 * Stops everything that goes out of one collaboration, at once, and lets it go again; by an integration manager, into the audit log.
 * What people press is still answered. May it run twice? Yes: the second changes nothing.
 */
export const switchSending = ({ store, clock }: Needs) => {
  const change = (who: Inside, note: NoteKind, deed: (unit: Unit, member: number, now: Date) => Promise<boolean>) =>
    store.within(who.collaboration, async (unit) => {
      const { id } = await integrationManagerOnly(unit, who.person);
      const now = clock();
      if (await deed(unit, id, now)) await unit.note(note, who.person, {}, now);
      return await sendingView(unit, who);
    });
  return {
    /** For integration managers. Changes nothing. */
    read: (who: Inside): Promise<SendingView> =>
      store.within(who.collaboration, async (unit) => {
        await integrationManagerOnly(unit, who.person);
        return await sendingView(unit, who);
      }),
    stop: (who: Inside): Promise<SendingView> =>
      change(who, 'messages stopped', (unit, member, now) => unit.sending.stop(member, now)),
    start: (who: Inside): Promise<SendingView> =>
      change(who, 'messages started', (unit, _, now) => release(unit, who.collaboration, now)),
  };
};
