import { pageOf } from '../page/page.ts';
import { preparePeople } from '../people/people.ts';
import { createPlatform } from '../people/platform.ts';
import { findTarget } from '../people/target.ts';
import { findK6 } from '../program/k6.ts';
import type { Arguments } from './arguments.ts';
import { type Environment, environmentOf } from './environment.ts';
import { checkKnobs, endGenerator, startGenerator, threshold_not_held } from './generator.ts';
import { findLocalStack } from './local-stack.ts';
import { createPoints, type Point, voidsOf } from './points.ts';
import { readBack } from './read-back.ts';
import { openResults, resultsFolder } from './results.ts';
import { notWhole, readSamples } from './samples.ts';
import { followUsage } from './usage.ts';
import { verifyStores } from './verify-stores.ts';
import { peopleNeeded } from './workloads.ts';

export type Outcome = { folder: string; isGood: boolean };

/** How long a generator may take to stop when it is told to. */
const stop_ms = 10_000;

/**
 * Runs one workload from its people to its page. Results appear only when everything is done; a run that is stopped
 * leaves none.
 * @throws Refusal before anything was begun; the signal's reason when it was stopped
 */
export async function runWorkload(
  wanted: Arguments,
  env: NodeJS.ProcessEnv,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const k6 = findK6();
  checkKnobs(k6, wanted.workload, wanted.knobs);
  const platform = createPlatform(wanted.url);
  const target = await findTarget(platform, wanted.url, wanted.isTestSystem);
  const began = new Date();
  const results = openResults(resultsFolder(wanted.out, began, target.patients.commit));
  try {
    const known = environmentOf(wanted, target, k6);
    const { file, people } = await preparePeople({
      target,
      platform,
      count: peopleNeeded(wanted.workload, wanted.knobs),
      say,
      signal,
    });
    signal.throwIfAborted();
    say(`${wanted.workload} begins${wanted.quick ? ': a smoke, not a result' : ''}.`);
    const stack = findLocalStack(wanted.url, env);
    const samples = results.path('samples.csv.gz');
    const run = startGenerator(k6, {
      workload: wanted.workload,
      url: wanted.url,
      samples,
      knobs: {
        ...wanted.knobs,
        HB_URL: wanted.url.replace('//localhost', '//127.0.0.1'),
        HB_PEOPLE: file,
        ...(wanted.isTestSystem && { HB_IS_TEST_SYSTEM: 'yes' }),
      },
    });
    const usage = followUsage(() => [...(stack?.processes ?? []), { name: 'generator', pid: run.pid }]);
    const code = await endOf(run, signal);
    usage.stop();
    signal.throwIfAborted();
    if (run.isCut()) throw new Error(notWhole);
    if (code !== 0 && code !== threshold_not_held) {
      throw new Error(`k6 ended with ${code ?? 'a signal'} before the load was made.`);
    }

    const points = createPoints(wanted.workload, Number(wanted.knobs['HB_WARM_S'] ?? 0));
    for await (const sample of readSamples(samples)) points.add(sample);
    const measured = points.finish(usage.usages);
    say('Reading back what was acknowledged…');
    const back = await readBack(platform, target, points.acknowledged(), people.patients);
    const stores =
      stack === undefined
        ? ({ result: 'not verified', said: 'stores not verified: they are not on this machine' } as const)
        : await verifyStores(stack.dataDir, began, signal);
    signal.throwIfAborted();

    const environment: Environment = {
      ...known,
      began: began.toISOString(),
      ended: new Date().toISOString(),
      patients: people.patients.length,
      clinicians: people.clinicians.length,
      thresholds: code === 0 ? 'held' : 'not held',
      readBack: back,
      stores,
    };
    results.write('env.json', `${JSON.stringify(environment, null, 2)}\n`);
    results.write('points.jsonl', measured.map((point) => `${JSON.stringify(point)}\n`).join(''));
    results.write('index.html', pageOf(environment, measured));
    for (const line of conclusions(environment, measured)) say(line);
    return { folder: results.finish(), isGood: isGood(environment) };
  } catch (error) {
    results.discard();
    throw error;
  } finally {
    platform.close();
  }
}

/** Waits for the generator; when the person stops the run, it is stopped too. */
async function endOf(
  run: ReturnType<typeof startGenerator>,
  signal: AbortSignal,
): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    endGenerator(run, 'SIGINT');
    timer = setTimeout(() => endGenerator(run, 'SIGKILL'), stop_ms);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const code = await run.ended;
  signal.removeEventListener('abort', stop);
  clearTimeout(timer);
  return code;
}

function isGood({ thresholds, readBack: { lost, unanswered }, stores }: Environment): boolean {
  return thresholds === 'held' && lost.length === 0 && unanswered === 0 && stores.result !== 'broken';
}

/** The last words of a run, the most important first. */
export function conclusions(environment: Environment, points: readonly Point[]): string[] {
  const { quick, thresholds, readBack: back, stores, workload } = environment;
  const unit = workload === 'ladder' ? 'users' : 's';
  return [
    ...voidsOf(points).map(({ xs, why }) => `void at ${xs.join(', ')} ${unit}: ${why}`),
    `thresholds: ${thresholds}`,
    `read back: ${back.acknowledged} acknowledged appointments, ${back.lost.length} lost, ${back.unanswered} unanswered`,
    ...back.lost.slice(0, 10).map((id) => `  lost: ${id}`),
    stores.result === 'not verified' ? stores.said : `stores: ${stores.said}`,
    ...(quick ? ['smoke, not a result'] : []),
  ];
}
