import { AdaptiveCard, ExecuteAction, OpenUrlAction, SubmitAction, type Action } from 'adaptivecards';
import type { CardAction } from '../activities.ts';
import { hostConfig } from './host-config.ts';
import { toHtml } from './markdown.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

type Wishes = { press: (action: CardAction) => void; open: (url: string) => void };

/** Draws one card. Inputs are checked by the renderer before `press` is called, with their values merged into the data. */
export function drawCard(content: Record<string, unknown>, wishes: Wishes): HTMLElement {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action: Action) => {
    if (action instanceof OpenUrlAction) wishes.open(action.url ?? '');
    else if (action instanceof ExecuteAction)
      wishes.press({ ...named(action), type: 'Action.Execute', verb: action.verb, data: action.data });
    else if (action instanceof SubmitAction) wishes.press({ ...named(action), type: 'Action.Submit', data: action.data });
  };
  card.onAnchorClicked = (_, anchor) => {
    wishes.open(anchor.href);
    return true;
  };
  card.parse(content);
  const element = card.render() ?? document.createElement('p');
  return element;
}

const named = ({ id, title }: Action): Pick<CardAction, 'id' | 'title'> => ({
  ...(id === undefined ? {} : { id }),
  ...(title === undefined ? {} : { title }),
});
