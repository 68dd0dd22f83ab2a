/**
 * Publishes a service's events again, for followers that lost some: of a queue that was purged or made anew, or after a
 * restore. In a pod of the service, whose settings it takes:
 *
 *     kubectl -n healthbooker exec deploy/scheduler -- node services/runtime/republish-main.ts --since 6h
 *
 * --since: 30m, 6h, 1d or an instant like 2026-12-01T00:00:00Z. --after <place>: goes on where an earlier run stopped,
 * as its last line says. --per-second 200: how fast. It ends with 1 when it could not go on, with 2 when it could not begin.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createSns } from './aws.ts';
import { eventsEnv, postgresEnv, readConfig } from './config.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openPool } from './postgres.ts';
import { placeForm, republish } from './republish.ts';
import { sinceForms, sinceInstant } from './since.ts';

const most_per_second = 5000;

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: { since: { type: 'string' }, after: { type: 'string' }, 'per-second': { type: 'string' } },
    }).values;
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}`);
  }
}

const { since: from, after, 'per-second': rate = '200' } = readOptions();
const since = from === undefined ? undefined : sinceInstant(from, new Date());
if (since === undefined) refuse(`--since must be ${sinceForms}, and not in the future`);
if (after !== undefined && !placeForm.test(after)) refuse('--after must be what an earlier run said');
const perSecond = Number(rate);
if (!Number.isInteger(perSecond) || perSecond < 1 || perSecond > most_per_second) {
  refuse(`--per-second must be a number from 1 to ${most_per_second}`);
}

const config = readConfig(
  z.object({ ...postgresEnv, ...eventsEnv, EVENTS_TOPIC_ARN: eventsEnv.EVENTS_TOPIC_ARN.unwrap() }),
);
const log = createLogger('republish', 'info');
const pool = openPool({
  url: config.DATABASE_URL,
  password: config.DATABASE_PASSWORD,
  passwordFile: config.DATABASE_PASSWORD_FILE,
  max: 1,
  name: 'republish',
  metrics: createMetrics('republish'),
  log,
});
const sns = createSns(config);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

let place = after;
let told = 0;
const goOn = () => (place === undefined || place === '' ? '' : ` Go on with --after ${place}`);
try {
  const { published, refused } = await republish({
    pool,
    sns,
    topicArn: config.EVENTS_TOPIC_ARN,
    log,
    since,
    ...(after !== undefined && { after }),
    perSecond,
    signal: stop.signal,
    onStep(done) {
      place = done.place;
      if (done.published - told < 1000) return;
      told = done.published;
      console.log(`${done.published} events published again, up to ${done.place}`);
    },
  });
  const also = refused === 0 ? '' : `, ${refused} not taken by SNS: the lines above name them`;
  const stopped = stop.signal.aborted ? `, then stopped.${goOn()}` : '';
  console.log(`${published} events published again${also}${stopped}`);
  process.exitCode = stop.signal.aborted || refused > 0 ? 1 : 0;
} catch (err) {
  log.error({ err }, 'events could not be published again');
  console.error(`It stopped.${goOn()}`);
  process.exitCode = 1;
} finally {
  sns.destroy();
  await pool.end();
}
