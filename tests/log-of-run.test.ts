import assert from 'node:assert/strict';
import { sampleState } from '../local/sample.ts';
import { logOfRun, personalIn } from './log-of-run.ts';

const { people } = sampleState('a bot');
const [somebody] = people;

describe('the log of a test run', () => {
  it('is read line by line: whatever is personal in one fails the run at its end', () => {
    assert.ok(somebody);
    for (const told of [somebody.name, somebody.email, somebody.aadObjectId, somebody.botSpecificId, somebody.chat])
      assert.equal(personalIn(`{"level":30,"msg":"said ${told} once"}`, people), told);
    for (const line of ['Bearer eyJhbGciOiJSUzI1NiJ9.e30.x', 'a.b@sample.example', 'Ask 943 476 5919', '29:1abcdefghijk'])
      assert.ok(personalIn(line, []), line);
  });

  it('may say what happened, where and to which delivery', () => {
    const line =
      '{"level":40,"time":1767258000000,"collaboration":"3b9d0a52-7d0e-4b1c-9c61-55b0a7a3c1de","delivery":17,"msg":"not sent"}';
    assert.equal(personalIn(line, people), undefined);
    const [apps, lines] = [logOfRun.apps, logOfRun.lines];
    logOfRun.readingFor(people).write(line);
    assert.deepEqual([logOfRun.apps, logOfRun.lines], [apps + 1, lines + 1]);
  });
});
