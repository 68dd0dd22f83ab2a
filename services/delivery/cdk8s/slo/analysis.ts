import type { CatalogueService } from '../../catalogue.ts';
import type { CanaryPace, Environment } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';
import { errorRatio, requestCount, slowRatio } from './queries.ts';

/** A measurement of the pods of one release: good up to `limit`, bad above, nothing without enough data. */
type Gate = { name: string; query: string; limit: number };

/**
 * A canary may spend its budget this many times faster than the objective allows: a single fault among few requests
 * is no reason to stop a release, and a broken one is beyond it at once.
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

/** What a release must not break beyond its answers; each query gives nothing where nothing was to be seen. */
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
        // Whatever is lost for good was late first, and a gate cannot wait for that.
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
        // A watch begins with pods that are still starting; a gate comes after they have worked for a while.
        ...(use === 'watch' ? { initialDelay } : { initialDelay: interval, count: gateCount }),
        failureLimit: 1,
        // A watch waits for data as long as the release lasts. A gate that mostly saw too little stops the release
        // for a person to look at: it never passes on nothing.
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
