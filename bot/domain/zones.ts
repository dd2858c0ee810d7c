/** The zones set-up offers, each with the country (ISO 3166), or the part of it where most of its people live, whose public holidays are kept. */
export const zones = [
  { zone: 'Europe/Oslo', country: 'NO' },
  { zone: 'Europe/London', country: 'GB-ENG' },
  { zone: 'Europe/Dublin', country: 'IE' },
  { zone: 'Europe/Stockholm', country: 'SE' },
  { zone: 'Europe/Copenhagen', country: 'DK' },
  { zone: 'Europe/Helsinki', country: 'FI' },
  { zone: 'Atlantic/Reykjavik', country: 'IS' },
  { zone: 'Europe/Amsterdam', country: 'NL' },
  { zone: 'Europe/Berlin', country: 'DE' },
] as const;

export const zoneNames: readonly string[] = zones.map(({ zone }) => zone);
export const countryOf = (zone: string): string | undefined => zones.find((known) => known.zone === zone)?.country;
