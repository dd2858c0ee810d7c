import { useEffect, useState } from 'react';
import en from '../../locales/share.en.json' with { type: 'json' };
import nb from '../../locales/share.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { wordsFrom } from '../words.ts';
import { canShare, sharePlace } from './sharing.ts';
import './share.css';

const words = wordsFrom({ en, nb });

export interface SharedPage {
  /** As the address names it after `#`; empty for the first screen. */
  readonly place: string;
  /** What the page is called; empty for the first screen. It can be read in the link. */
  readonly label: string;
}

/** Not there where Teams cannot give out such a link. */
export function CopyLink({ place, label }: SharedPage) {
  const say = words(useReader().language);
  const [possible, setPossible] = useState(false);
  useEffect(() => {
    canShare().then(setPossible, () => {
      setPossible(false);
    });
  }, []);
  if (!possible) return null;
  return (
    <button
      type="button"
      className="link copy-link"
      onClick={() => {
        sharePlace(place, label);
      }}
    >
      {say('share.copy')}
    </button>
  );
}
