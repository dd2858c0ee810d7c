import { ConnectorFactory } from 'botframework-connector';
import { z } from 'zod';

const inside = z.object({
  client: z.object({
    pipeline: z.custom<{ removePolicy(policy: { name: string }): unknown[] }>((value) => typeof value === 'object'),
  }),
});

/**
 * The connector's client tries a POST again after a lost answer or a 502, which makes two messages of one; there is no setting for it.
 * Throws where the client is built otherwise than we know: better than to send twice.
 */
class FactoryWithoutRetries extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  /** Building a client is dear and it keeps nothing of a turn: one for each address and audience. */
  readonly #made = new Map<string, ReturnType<ConnectorFactory['create']>>();
  constructor(inner: ConnectorFactory) {
    super();
    this.#inner = inner;
  }

  override create(...place: Parameters<ConnectorFactory['create']>): ReturnType<ConnectorFactory['create']> {
    const key = place.join(' ');
    const made = this.#made.get(key) ?? this.#build(place);
    this.#made.set(key, made);
    made.catch(() => this.#made.delete(key));
    return made;
  }

  async #build(place: Parameters<ConnectorFactory['create']>): ReturnType<ConnectorFactory['create']> {
    const connector = await this.#inner.create(...place);
    const removed = inside.parse(connector).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    if (removed.length !== 1) throw new Error('the connector has no retry policy where we know it to be');
    return connector;
  }
}

export const withoutRetries = (factory: ConnectorFactory): ConnectorFactory => new FactoryWithoutRetries(factory);
