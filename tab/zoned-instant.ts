/** How far the clock of this zone is ahead of UTC at this instant, in milliseconds. */
function aheadAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant, UTC, at which clocks in the zone show this date (YYYY-MM-DD) and time (HH:MM); undefined where they are no date and
 * time. An hour that clocks pass twice is taken once; one they skip is moved by what they skip.
 */
export function zonedInstant(date: string, time: string, zone: string): string | undefined {
  const wall = Date.parse(`${date}T${time}:00Z`);
  // The 31st of February is read as the 3rd of March.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return undefined;
  const near = wall - aheadAt(wall, zone);
  return new Date(wall - aheadAt(near, zone)).toISOString();
}
