import { parseArgs } from 'node:util';
import { addressOf } from '../people/target.ts';
import { Refusal } from './refusal.ts';
import { knobsOf, type Workload, workloads } from './workloads.ts';

export type Arguments = {
  workload: Workload;
  quick: boolean;
  url: string;
  /** The folder of results, if it was named. */
  out: string | undefined;
  isTestSystem: boolean;
  /** Knobs of the scripts, those of `--quick` under those that the environment gives. */
  knobs: Record<string, string>;
};

export const usage = `npm run load -- ${Object.keys(workloads).join('|')} [--quick] [--url URL] [--out DIR] [--yes-this-is-a-test-system]`;

/** The wishes of the command line and the `HB_` variables. @throws Refusal in one sentence */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): Arguments {
  const { values, positionals } = parse(args);
  const [workload, ...more] = positionals;
  if (workload === undefined || !Object.hasOwn(workloads, workload) || more.length > 0) {
    throw new Refusal(`One workload has to be named: ${usage}`);
  }
  const { quick, out } = values;
  return {
    workload: workload as Workload,
    quick,
    url: addressOf(values.url ?? (env['HB_URL'] || `http://localhost:${env['HB_PORT'] || 8080}`)),
    out,
    isTestSystem: values['yes-this-is-a-test-system'],
    knobs: knobsOf(workload as Workload, quick, env),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        url: { type: 'string' },
        out: { type: 'string' },
        'yes-this-is-a-test-system': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error} ${usage}`);
  }
}
