import type { CatalogueService } from '../../catalogue.ts';
import type { CanaryPace, Environment } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';
import { errorRatio, requestCount, slowRatio } from './queries.ts';

/** A measurement of the pods of one release: good up to `limit`, bad above it, inconclusive without enough data. */
type Gate = { name: string; query: string; limit: number };

/**
 * A canary may spend its budget this many times faster than the objective allows. One fault among few requests must
 * not stop a release; a broken release is over the limit at once.
 */
const tolerance = 10;
const projection_lag_s = 10;
const outbox_age_s = 30;

function gatesOf(service: CatalogueService, { prometheus, canary }: Environment): Gate[] {
  const pods = `${prometheus.podHashLabel}="{{args.pod-hash}}"`;
  const { window, leastRequests } = canary;
  const enough = `and ${requestCount(service, window, pods)} >= ${leastRequests}`;
  const general: Gate[] = [
    {
      name: 'errors',
      query: `(${errorRatio(service, window, pods)}) ${enough}`,
      limit: Number(((1 - service.slo.availability) * tolerance).toPrecision(3)),
    },
    {
      name: 'slow',
      query: `(${slowRatio(service, window, pods)}) ${enough}`,
      limit: 0.01 * tolerance,
    },
  ];
  return [...general, ...invariantGates(service.name, pods, canary)];
}

/** What a release must not break besides its answers. A query returns nothing when there is no data. */
function invariantGates(service: string, pods: string, { window, leastBookings }: CanaryPace): Gate[] {
  const total = (metric: string, matchers = '') =>
    `sum(increase(${metric}{${pods}${matchers === '' ? '' : `,${matchers}`}}[${window}]))`;
  const share = (metric: string, bad: string, good: string) => {
    const all = total(metric, `outcome=~"${good}|${bad}"`);
    return `((${total(metric, `outcome="${bad}"`)} or 0 * ${all}) / (${all} > 0)) and ${all} >= ${leastBookings}`;
  };
  const outbox: Gate = {
    name: 'outbox-age',
    query: `max(max_over_time(outbox_oldest_age_seconds{${pods}}[${window}]))`,
    limit: outbox_age_s,
  };
  if (service === 'appointment') {
    return [
      {
        name: 'bookings-unreadable',
        // A booking that is lost was late first. The gate cannot wait until it counts as lost, so it counts late
        // ones.
        query: share('acknowledged_bookings_checked_total', 'late', 'readable'),
        limit: 0.05,
      },
      {
        name: 'projection-lag',
        query:
          `histogram_quantile(0.99, sum by (le) (rate(event_lag_seconds_bucket{${pods},type="appointment.changed"}[${window}])))` +
          ` and ${total('event_lag_seconds_count', 'type="appointment.changed"')} >= ${leastBookings}`,
        limit: projection_lag_s,
      },
    ];
  }
  if (service === 'scheduler') {
    const replays = total('replays_total');
    const mismatches: Gate = {
      name: 'replay-mismatches',
      query: `${total('replay_mismatches_total')} and ${replays} >= ${leastBookings}`,
      limit: 0,
    };
    return [outbox, mismatches];
  }
  return service === 'ehr' ? [outbox] : [];
}

type Use = 'watch' | 'gate';

function template(service: CatalogueService, environment: Environment, use: Use): Manifest {
  const { interval, initialDelay, gateCount } = environment.canary;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ClusterAnalysisTemplate',
    metadata: { name: `healthbooker-${service.name}-${use}` },
    spec: {
      args: [{ name: 'pod-hash' }],
      metrics: gatesOf(service, environment).map(({ name, query, limit }) => ({
        name,
        interval,
        // A watch begins while pods are still starting; a gate comes after they have worked for a while.
        ...(use === 'watch' ? { initialDelay } : { initialDelay: interval, count: gateCount }),
        failureLimit: 1,
        // A watch waits for data as long as the release lasts. A gate that mostly saw too little data stops the
        // release until a person looks at it: without data it never passes.
        inconclusiveLimit: use === 'watch' ? 10_000 : 2,
        consecutiveErrorLimit: 4,
        successCondition: `len(result) > 0 && !isNaN(result[0]) && result[0] <= ${limit}`,
        failureCondition: `len(result) > 0 && !isNaN(result[0]) && result[0] > ${limit}`,
        provider: { prometheus: { address: environment.prometheus.address, query } },
      })),
    },
  };
}

/** Two templates per service: the watch runs beside the whole release, the gate before it is promoted. */
export function analysisTemplates(
  services: readonly CatalogueService[],
  environment: Environment,
): Manifest[] {
  return services.flatMap((service) => [
    template(service, environment, 'watch'),
    template(service, environment, 'gate'),
  ]);
}
