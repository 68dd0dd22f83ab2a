/**
 * Signs up people for load tests, or renews those that are kept:
 *
 *     npm run load:people -- --url http://localhost:8080 --count 2000
 *
 * Prints the file they are kept in, which is what HB_PEOPLE is set to when k6 is run by hand.
 */
import { parseArgs } from 'node:util';
import { Refusal } from '../run/refusal.ts';
import { preparePeople } from './people.ts';
import { createPlatform } from './platform.ts';
import { addressOf, findTarget } from './target.ts';

const most_people = 20_000;

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());
process.once('SIGTERM', () => stopping.abort());

try {
  const { url, count, isTestSystem } = wanted();
  const platform = createPlatform(url);
  const target = await findTarget(platform, url, isTestSystem);
  const { file, people } = await preparePeople({
    target,
    platform,
    count,
    say: (text) => console.error(text),
    signal: stopping.signal,
  });
  platform.close();
  const { patients, clinicians } = people;
  console.error(`${patients.length} patients and ${clinicians.length} clinicians have tokens that are good.`);
  console.log(file);
  if (stopping.signal.aborted) process.exitCode = 130;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof Refusal ? 2 : 1;
}

function wanted(): { url: string; count: number; isTestSystem: boolean } {
  const { values } = options();
  const count = Number(values.count);
  if (!/^\d+$/.test(values.count) || count < 1 || count > most_people) {
    throw new Refusal(`--count must be a whole number from 1 to ${most_people}.`);
  }
  return { url: addressOf(values.url), count, isTestSystem: values['yes-this-is-a-test-system'] };
}

function options() {
  try {
    return parseArgs({
      options: {
        url: { type: 'string', default: 'http://localhost:8080' },
        count: { type: 'string', default: '100' },
        'yes-this-is-a-test-system': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}
