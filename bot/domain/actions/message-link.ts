/** Where Teams shows its own messages: for everybody, and for the clouds of governments. */
const hosts: ReadonlySet<string> = new Set([
  'teams.microsoft.com',
  'teams.cloud.microsoft',
  'gov.teams.microsoft.us',
  'dod.teams.microsoft.us',
]);
const longest = 1_000;

/**
 * A link to a message in Teams as it is kept and shown: https, Teams' own page for messages, nothing that markdown could read as the end
 * of the link. Undefined for everything else, for what is sent as the link may be anything.
 */
export const messageLink = (link: string): string | undefined => {
  if (link.length > longest || !URL.canParse(link)) return undefined;
  const { protocol, hostname, port, username, password, pathname, href } = new URL(link);
  const isTeams = protocol === 'https:' && hosts.has(hostname) && port === '' && username === '' && password === '';
  if (!isTeams || !/^\/l\/message\/./.test(pathname)) return undefined;
  const kept = href.replace(/[()[\]\\*_~`<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return kept.length > longest ? undefined : kept;
};
