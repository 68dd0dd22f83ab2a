import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createUsers, milliseconds, runScenario, type ScenarioOptions } from './executors.ts';
import { installModules } from './resolve.ts';
import { allSeries, declareMetric, openCsv, watch } from './samples.ts';
import { type MetricSummary, summaryOf } from './thresholds.ts';

export type RunOptions = {
  script: string;
  env: Record<string, string>;
  /** Addresses of this machine that requests come from, in turn. */
  localAddresses: readonly string[];
  /** Where every sample is written. */
  csv?: string | undefined;
};

type Script = {
  options: {
    scenarios: Record<string, ScenarioOptions>;
    thresholds?: Record<string, string[]>;
    setupTimeout?: string;
  };
  setup?: () => Promise<unknown>;
  default: (data: unknown) => Promise<void>;
  handleSummary?: (data: unknown) => Record<string, string>;
};

/** k6's exit codes: of a threshold that was not held, of an interrupted run and of a script that failed. */
export const exitCodes = { thresholds: 99, setupTimeout: 100, interrupted: 105, exception: 107 } as const;

const builtIn = [
  ['http_reqs', 'counter'],
  ['http_req_duration', 'trend'],
  ['http_req_failed', 'rate'],
  ['iterations', 'counter'],
  ['iteration_duration', 'trend'],
  ['dropped_iterations', 'counter'],
  ['hb_script_errors', 'counter'],
] as const;

/** Runs a script as `k6 run` does. @returns the exit code */
export async function runScript(options: RunOptions, signal: AbortSignal): Promise<number> {
  for (const [name, type] of builtIn) declareMetric(name, type);
  const file = resolve(options.script);
  installModules();
  installGlobals(options.env, file);
  const script = (await import(pathToFileURL(file).href)) as Script;
  const { scenarios, thresholds = {}, setupTimeout = '60s' } = script.options;
  for (const name of Object.keys(thresholds)) watch(name);
  const closeCsv = options.csv === undefined ? undefined : await openCsv(options.csv);
  const users = createUsers(options.localAddresses);
  try {
    const began = performance.now();
    const data = await withTimeLimit(script.setup?.(), milliseconds(setupTimeout));
    await Promise.all(
      Object.entries(scenarios).map(([name, scenario]) =>
        runScenario(name, scenario, users, () => script.default(data), signal),
      ),
    );
    const ran_ms = performance.now() - began;
    const metrics: Record<string, MetricSummary> = {};
    for (const [name, series] of allSeries()) {
      metrics[name] = summaryOf(series, thresholds[name] ?? [], ran_ms / 1000);
    }
    const outputs = script.handleSummary?.({ metrics, state: { testRunDurationMs: ran_ms } }) ?? {};
    for (const [target, text] of Object.entries(outputs)) {
      if (target === 'stdout') process.stdout.write(text);
      else writeFileSync(target, text);
    }
    if (signal.aborted) return exitCodes.interrupted;
    if ((metrics['hb_script_errors']?.values['count'] ?? 0) > 0) return exitCodes.exception;
    const judged = Object.values(metrics).flatMap(({ thresholds: rules = {} }) => Object.values(rules));
    return judged.every(({ ok }) => ok) ? 0 : exitCodes.thresholds;
  } finally {
    users.close();
    await closeCsv?.();
  }
}

/** `__ENV`, and `open` with paths relative to the file that calls it, as in k6. */
function installGlobals(env: Record<string, string>, script: string): void {
  Object.assign(globalThis, {
    __ENV: env,
    open(path: string): string {
      const stack = new Error('where').stack ?? '';
      const caller = /\n.*\n.*\((file:[^)]+?):\d+:\d+\)|\n.*\n.*at (?:async )?(file:\S+?):\d+:\d+/.exec(
        stack,
      );
      const from = caller?.[1] ?? caller?.[2];
      const folder = dirname(from === undefined ? script : fileURLToPath(from));
      return readFileSync(resolve(folder, path), 'utf8');
    },
  });
}

async function withTimeLimit(work: Promise<unknown> | undefined, limit_ms: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`setup took longer than ${limit_ms / 1000} s`)), limit_ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
