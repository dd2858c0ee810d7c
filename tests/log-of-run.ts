type Known = {
  readonly name: string;
  readonly email: string;
  readonly aadObjectId: string;
  readonly botSpecificId: string;
  readonly chat: string;
};

/** What is somebody's in any line: a token, an address, the id Teams gives a person, an identity number, and the sample's own words. */
const anybodys = [
  /eyJ[\w-]{8,}\./,
  /[\w.-]+@[\w-]+\.example/,
  /\b29:1[\w-]{8,}/,
  /\b\d{3} ?\d{3} ?\d{4}\b/,
  /People who leave hospital/,
];

/** The part of a line that is personal data; undefined: none is. `people`: whom the app knew when it wrote it. */
export const personalIn = (line: string, people: readonly Known[]): string | undefined => {
  const told = people.flatMap((one) => [one.name, one.email, one.aadObjectId, one.botSpecificId, one.chat]);
  return told.find((words) => line.includes(words)) ?? anybodys.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
};

/**
 * Everything the apps of a test run write into their logs, read as it is written, at the level that says most. `LOG_LEVEL` shows it on
 * the screen too.
 */
export const logOfRun = {
  /** Apps that were started, and what all of them wrote. */
  apps: 0,
  lines: 0,
  personal: [] as string[],
  readingFor: (people: readonly Known[]) => {
    logOfRun.apps += 1;
    const write = (line: string): void => {
      logOfRun.lines += 1;
      const found = personalIn(line, people);
      if (found !== undefined) logOfRun.personal.push(`${found}: ${line}`);
      if (process.env['LOG_LEVEL'] !== undefined) process.stdout.write(line);
    };
    return { write };
  },
};
