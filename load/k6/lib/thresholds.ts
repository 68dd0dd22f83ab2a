import { operations } from './call.ts';
import { objectives } from './objectives.ts';

type Thresholds = Record<string, string[]>;

/** These make a run worthless, whatever its latencies: a lost booking, or a point that measured a limit. */
const soundness: Thresholds = {
  hb_lost: ['count==0'],
  hb_refused: ['count==0'],
  hb_unauthorized: ['count==0'],
  hb_people_spent: ['count==0'],
};

/** A threshold that always holds: it only brings an operation's samples into the summary. */
const shown: Thresholds = Object.fromEntries(
  operations.map((op) => [`http_req_duration{op:${op},phase:steady}`, ['p(99)>=0']]),
);

/** For a workload that only must lose nothing: a ladder looks for the load at which latencies grow too long. */
export function soundOnly(): Thresholds {
  return { ...soundness, ...shown };
}

/** For a workload that the system must handle: every operation within the objectives of services/catalogue.json. */
export function withinObjectives(): Thresholds {
  const { p99_ms, failed } = objectives;
  const latencies = operations.map((op) => [`http_req_duration{op:${op},phase:steady}`, [`p(99)<${p99_ms}`]]);
  return {
    ...soundness,
    ...Object.fromEntries(latencies),
    'http_req_failed{phase:steady}': [`rate<=${failed}`],
  };
}
