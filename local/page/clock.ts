import type { ClockWish } from '../wire.ts';
import { el } from './dom.ts';

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const said = (ahead: number): string =>
  `The clock here: ${format.format(new Date(Date.now() + ahead))}${ahead > 0 ? ' (moved)' : ''}`;

const refresh = 10_000;

/** What time it is for everybody here, and the ways to move it forward. */
export function drawClock(ahead: () => number, move: (wish: ClockWish) => void): HTMLElement {
  const text = el('span', {}, said(ahead()));
  const date = el('input', { type: 'date', 'aria-label': 'Date to move the clock to' });
  const time = el('input', { type: 'time', value: '09:00', 'aria-label': 'Time to move the clock to' });
  const button = (label: string, press: () => void) =>
    el('button', { type: 'button', class: 'small-button', click: press }, label);
  const details = el(
    'details',
    { class: 'clock' },
    el('summary', {}, text),
    el(
      'div',
      { class: 'clock-moves' },
      button('A day on', () => {
        move({ by: 'day' });
      }),
      button('Next working day, 09:00', () => {
        move({ by: 'working day' });
      }),
      date,
      time,
      button('To this date and time', () => {
        if (date.value !== '' && time.value !== '') move({ by: 'date', date: date.value, time: time.value });
      }),
    ),
    el('p', { class: 'muted' }, 'The app and this Teams follow at once; what becomes due is done. The clock moves forward only.'),
  );
  const show = () => {
    text.textContent = said(ahead());
  };
  setInterval(show, refresh);
  details.addEventListener('clock', show);
  return details;
}
