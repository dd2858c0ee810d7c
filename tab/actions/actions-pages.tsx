import { useMemo } from 'react';
import type { ActionsProps } from '../actions-door.tsx';
import '../manage/manage.css';
import { actionAt, newActionPlace } from '../place.ts';
import { useCaller } from '../use-caller.ts';
import { ActionPage } from './action-page.tsx';
import './actions.css';
import { BoardPage } from './board-page.tsx';
import { NewActionPage } from './new-action-page.tsx';

/** The board of agreed actions, the page of one, and the form of a new one. */
export function ActionsPages({ place, host, channel, changed }: ActionsProps) {
  const caller = useCaller(host);
  const at = useMemo(() => ({ caller, channel }), [caller, channel]);
  const props = { host, at, changed };
  const action = actionAt(place);
  if (action !== undefined) return <ActionPage key={action} action={action} {...props} />;
  if (place.startsWith(newActionPlace)) return <NewActionPage key={place} place={place} {...props} />;
  return <BoardPage {...props} />;
}
