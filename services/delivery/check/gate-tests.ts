import { stringify } from 'yaml';
import { partFiles } from '../cdk8s/parts.ts';
import { readManifests } from './manifests.ts';

type Sample = { labels: string; value: number };
type Metric = { name: string; failureCondition: string; provider: { prometheus: { query: string } } };

const hash = 'abc';
const pods = `hash="${hash}"`;
/** Two seconds between scrapes, as on the test cluster; rates are per window of 30 s. */
const interval = '2s';
const at = '60s';

type Case = {
  service: string;
  gate: string;
  when: string;
  series: Record<string, string>;
  bad: boolean | 'too little';
};

const rpc = (app: string, code: string, other = '') =>
  `rpc_server_duration_seconds_count{app="${app}",code="${code}",${pods}${other}}`;
const bucket = (app: string, le: string) =>
  `rpc_server_duration_seconds_bucket{app="${app}",code="OK",le="${le}",${pods}}`;
const readBack = (outcome: string) =>
  `acknowledged_bookings_checked_total{app="appointment",outcome="${outcome}",${pods}}`;
const lag = (le: string) =>
  `event_lag_seconds_bucket{app="appointment",type="appointment.changed",le="${le}",${pods}}`;
const lagCount = `event_lag_seconds_count{app="appointment",type="appointment.changed",${pods}}`;

/** A rising counter: so many a scrape, for longer than a window. */
const rising = (each: number) => `0+${each}x60`;

/** What each gate must say about a good release, a broken one, and one with few requests. */
const cases: Case[] = [
  {
    service: 'scheduler',
    gate: 'errors',
    when: 'all is well',
    series: { [rpc('scheduler', 'OK')]: rising(10) },
    bad: false,
  },
  {
    service: 'scheduler',
    gate: 'errors',
    when: 'one answer in ten is our fault',
    series: { [rpc('scheduler', 'OK')]: rising(9), [rpc('scheduler', 'INTERNAL')]: rising(1) },
    bad: true,
  },
  {
    service: 'scheduler',
    gate: 'errors',
    when: 'everything fails',
    series: { [rpc('scheduler', 'UNAVAILABLE')]: rising(10) },
    bad: true,
  },
  {
    service: 'scheduler',
    gate: 'errors',
    when: 'requests are refused',
    series: { [rpc('scheduler', 'OK')]: rising(5), [rpc('scheduler', 'FAILED_PRECONDITION')]: rising(5) },
    bad: false,
  },
  {
    service: 'scheduler',
    gate: 'errors',
    when: 'a few requests all fail',
    series: { [rpc('scheduler', 'INTERNAL')]: '0x27 1x3 2x60' },
    bad: 'too little',
  },
  {
    service: 'scheduler',
    gate: 'errors',
    when: 'nobody asks',
    series: { [rpc('scheduler', 'OK')]: '7x60' },
    bad: 'too little',
  },
  {
    service: 'scheduler',
    gate: 'errors',
    when: 'only the pods of another release are asked',
    series: { [rpc('scheduler', 'OK').replace(hash, 'old')]: rising(10) },
    bad: 'too little',
  },
  {
    service: 'scheduler',
    gate: 'slow',
    when: 'answers are in time',
    series: { [rpc('scheduler', 'OK')]: rising(10), [bucket('scheduler', '0.3')]: rising(10) },
    bad: false,
  },
  {
    service: 'scheduler',
    gate: 'slow',
    when: 'half the answers are late',
    series: { [rpc('scheduler', 'OK')]: rising(10), [bucket('scheduler', '0.3')]: rising(5) },
    bad: true,
  },
  {
    service: 'scheduler',
    gate: 'replay-mismatches',
    when: 'decisions come out the same',
    series: { [`replays_total{${pods}}`]: rising(5), [`replay_mismatches_total{${pods}}`]: '0x60' },
    bad: false,
  },
  {
    service: 'scheduler',
    gate: 'replay-mismatches',
    when: 'one comes out otherwise',
    series: { [`replays_total{${pods}}`]: rising(5), [`replay_mismatches_total{${pods}}`]: '0x20 1x40' },
    bad: true,
  },
  {
    service: 'scheduler',
    gate: 'replay-mismatches',
    when: 'none was decided again',
    series: { [`replays_total{${pods}}`]: '0x60', [`replay_mismatches_total{${pods}}`]: '0x60' },
    bad: 'too little',
  },
  {
    service: 'scheduler',
    gate: 'outbox-age',
    when: 'events are not published',
    series: { [`outbox_oldest_age_seconds{${pods}}`]: '0+2x60' },
    bad: true,
  },
  {
    service: 'appointment',
    gate: 'bookings-unreadable',
    when: 'every booking can be read',
    series: { [readBack('readable')]: rising(1), [readBack('late')]: '0x60', [readBack('unknown')]: '0x60' },
    bad: false,
  },
  {
    service: 'appointment',
    gate: 'bookings-unreadable',
    when: 'bookings do not reach the table',
    series: { [readBack('readable')]: '0x60', [readBack('late')]: rising(1) },
    bad: true,
  },
  {
    service: 'appointment',
    gate: 'bookings-unreadable',
    when: 'the table cannot be asked',
    series: { [readBack('readable')]: '0x60', [readBack('late')]: '0x60', [readBack('unknown')]: rising(1) },
    bad: 'too little',
  },
  {
    service: 'appointment',
    gate: 'projection-lag',
    when: 'events arrive within seconds',
    series: {
      [lag('5')]: rising(2),
      [lag('10')]: rising(2),
      [lag('+Inf')]: rising(2),
      [lagCount]: rising(2),
    },
    bad: false,
  },
  {
    service: 'appointment',
    gate: 'projection-lag',
    when: 'events arrive after half a minute',
    series: { [lag('10')]: '0x60', [lag('60')]: rising(2), [lag('+Inf')]: rising(2), [lagCount]: rising(2) },
    bad: true,
  },
];

/** The queries of the gates as they stand in the manifests, tried on made-up series: a file for `promtool test rules`. */
export function gateTests(): string {
  const templates = partFiles('rig', 'slo').flatMap(readManifests);
  return stringify({
    evaluation_interval: interval,
    tests: cases.map(({ service, gate, when, series, bad }) => {
      const template = templates.find(({ metadata }) => metadata.name === `healthbooker-${service}-gate`);
      const spec = template?.spec as { metrics: Metric[] } | undefined;
      const metric = spec?.metrics.find(({ name }) => name === gate);
      if (metric === undefined) throw new Error(`there is no gate ${gate} of ${service}`);
      const query = metric.provider.prometheus.query.replaceAll('{{args.pod-hash}}', hash);
      const limit = / (> [\d.]+)$/.exec(metric.failureCondition)?.[1] ?? '';
      const one: Sample[] = [{ labels: '{}', value: 1 }];
      const none: Sample[] = [];
      return {
        name: `${service}, ${gate}: ${when}`,
        interval,
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        promql_expr_test: [
          // The first expression is 1 when the gate fails and empty when it does not; the second says whether the
          // gate has enough data to judge.
          {
            expr: `vector(1) and ((${query}) ${limit})`,
            eval_time: at,
            exp_samples: bad === true ? one : none,
          },
          { expr: `vector(1) and (${query})`, eval_time: at, exp_samples: bad === 'too little' ? none : one },
        ],
      };
    }),
  });
}
