import { type AboutPage, aboutPage } from '../../bot/contracts/about-api.ts';

type Row = AboutPage['organisations'][number];

/** As a leader of Municipality A sees it. */
export const aboutOf = (own: Partial<Row> = {}): AboutPage => {
  const row = (id: string, name: string, parts: Partial<Row> = {}): Row => ({
    ...{ id, name, left: false, mayWrite: false, version: 0, does: '', doesNot: '', reach: '' },
    ...parts,
  });
  return aboutPage.parse({
    organisations: [
      row('H', 'Hospital trust', { version: 2, does: 'Wards and clinics\n<b>all week</b>', reach: 'Ask for the duty manager' }),
      row('A', 'Municipality A', { mayWrite: true, ...own }),
      row('B', 'Municipality B'),
      row('N', 'Welfare office', { left: true }),
    ],
    longest: 400,
  });
};
