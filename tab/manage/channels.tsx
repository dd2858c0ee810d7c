import { sentenceOf } from '../failure.ts';
import { Confirm } from '../confirm.tsx';
import { useReader } from '../reader.ts';
import { type Deed, useDeed } from '../use-deed.ts';
import { LinkCodeMaker } from './link-code-maker.tsx';
import { type ManageSay, useManageWords } from './manage-words.ts';
import type { AtDesk } from './use-set-up.ts';

type Channel = AtDesk['setUp']['channels'][number];
type Ask = AtDesk['setUp']['asks'][number];

/** Teams does not always say what a channel is called; then they are told apart by what they are. */
const nameOf = (words: ManageSay, { home, name }: Channel, place: number): string =>
  home ? words('channels.home') : (name ?? words('channels.linked', { number: place }));

/** Which channels belong to the collaboration; integration managers link others and end links. */
export function Channels({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { say } = useReader();
  const deed = useDeed();
  const { channels, asks, mayChange } = at.setUp;
  return (
    <section className="card" aria-labelledby="manage-channels">
      <h2 id="manage-channels">{words('channels.title')}</h2>
      <ul className="plainly">
        {channels.map((channel, place) => (
          <li key={channel.id}>
            {nameOf(words, channel, place)} {channel.here && <span className="tag">{words('channels.here')}</span>}
            {mayChange && !channel.home && <End at={at} channel={channel} name={nameOf(words, channel, place)} deed={deed} />}
          </li>
        ))}
      </ul>
      {channels.length === 1 && <p className="quiet">{words('channels.only')}</p>}
      {asks.map((ask) => (
        <Asking key={ask.id} at={at} ask={ask} deed={deed} />
      ))}
      {deed.failure && <p role="alert">{sentenceOf(deed.failure, say)}</p>}
      {mayChange && <LinkCodeMaker at={at} />}
    </section>
  );
}

function End({
  at,
  channel,
  name,
  deed,
}: {
  readonly at: AtDesk;
  readonly channel: Channel;
  readonly name: string;
  readonly deed: Deed;
}) {
  const words = useManageWords();
  return (
    <Confirm
      label={words('channels.end')}
      question={words('channels.end.sure', { channel: name })}
      yes={words('channels.end.yes')}
      no={words('form.no')}
      deed={() => void deed.run(() => at.link({ is: 'unlink', id: channel.id }))}
      busy={deed.busy}
    />
  );
}

/** Somebody has shown the code: which channel, whose tenant, who and when. What is confirmed is what stands here. */
function Asking({ at, ask, deed }: { readonly at: AtDesk; readonly ask: Ask; readonly deed: Deed }) {
  const words = useManageWords();
  const { moment } = useReader();
  const channel = ask.name ?? words('channels.unnamed');
  const answer = (is: 'confirm' | 'decline') => () => void deed.run(() => at.link({ is, id: ask.id }));
  return (
    <div className="note" role="group" aria-label={words('channels.asks', { channel })}>
      <p>
        <strong>{words('channels.asks', { channel })}</strong>
      </p>
      <p>{words('channels.asks.who', { name: ask.by, at: moment(ask.at) })}</p>
      <p className="quiet">{words('channels.asks.tenant', { tenant: ask.tenant })}</p>
      <div className="buttons">
        <Confirm
          label={words('channels.confirm')}
          question={words('channels.confirm.sure', { channel })}
          yes={words('channels.confirm.yes')}
          no={words('form.no')}
          deed={answer('confirm')}
          busy={deed.busy}
          primary
        />
        <button type="button" className="plain" aria-disabled={deed.busy} onClick={answer('decline')}>
          {words('channels.decline')}
        </button>
      </div>
    </div>
  );
}
