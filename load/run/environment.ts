import { cpus, loadavg, release, totalmem } from 'node:os';
import type { Target } from '../people/target.ts';
import type { K6 } from '../program/k6.ts';
import type { Arguments } from './arguments.ts';
import type { ReadBack } from './read-back.ts';
import { cores } from './usage.ts';
import type { Verified } from './verify-stores.ts';

/** Everything about a run that is not a number measured in it: env.json. */
export type Environment = {
  workload: string;
  /** A quick run shows that everything works, and is no result. */
  quick: boolean;
  began: string;
  ended: string;
  system: { url: string; environment: string; commit: string };
  generator: { name: string; version: string };
  machine: { cpu: string; cores: number; memory_gb: number; kernel: string; load_before: number };
  knobs: Record<string, string>;
  patients: number;
  clinicians: number;
  thresholds: 'held' | 'not held';
  readBack: ReadBack;
  stores: Verified;
};

/** What is known before a run begins. */
export function environmentOf(
  { workload, quick, knobs }: Arguments,
  target: Target,
  k6: K6,
): Pick<Environment, 'workload' | 'quick' | 'system' | 'generator' | 'machine' | 'knobs'> {
  const { url, patients } = target;
  return {
    workload,
    quick,
    system: { url, environment: patients.environment, commit: patients.commit },
    generator: { name: 'k6', version: k6.version },
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores,
      memory_gb: Math.round(totalmem() / 1e9),
      kernel: release(),
      load_before: Number((loadavg()[0] ?? 0).toFixed(2)),
    },
    // The clinicians' password is the only knob that must stay secret.
    knobs: Object.fromEntries(Object.entries(knobs).filter(([name]) => !name.includes('PASSWORD'))),
  };
}
