import { operations } from './call.ts';
import { objectives } from './objectives.ts';

type Thresholds = Record<string, string[]>;

/** What makes a run worthless whatever its latencies: something lost, or a point that measured a limit. */
const soundness: Thresholds = {
  hb_lost: ['count==0'],
  hb_refused: ['count==0'],
  hb_unauthorized: ['count==0'],
  hb_people_spent: ['count==0'],
};

/** Names an operation's samples, so that they are in the summary, without asking anything of them. */
const shown: Thresholds = Object.fromEntries(
  operations.map((op) => [`http_req_duration{op:${op},phase:steady}`, ['p(99)>=0']]),
);

/** A workload that only has to stay sound: a ladder is meant to find where latencies end. */
export function soundOnly(): Thresholds {
  return { ...soundness, ...shown };
}

/** A workload the system must cope with: every operation within the objectives of services/catalogue.json. */
export function withinObjectives(): Thresholds {
  const { p99_ms, failed } = objectives;
  const latencies = operations.map((op) => [`http_req_duration{op:${op},phase:steady}`, [`p(99)<${p99_ms}`]]);
  return {
    ...soundness,
    ...Object.fromEntries(latencies),
    'http_req_failed{phase:steady}': [`rate<=${failed}`],
  };
}
