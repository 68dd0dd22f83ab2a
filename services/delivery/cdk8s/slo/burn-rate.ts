import type { CatalogueService } from '../../catalogue.ts';
import { errorRatio, slowRatio } from './queries.ts';
import type { Rule } from './rule.ts';
import { runbookOf } from './rule.ts';

/** Share of all requests that may be slower than the catalogue's p99. */
const slowBudget = 0.01;

type Objective = {
  slo: 'availability' | 'latency';
  alert: string;
  record: string;
  budget: number;
  what: string;
};

/** The two objectives that every service has. */
export function objectivesOf({ slo }: CatalogueService): Objective[] {
  return [
    {
      slo: 'availability',
      alert: 'AvailabilityBudgetBurns',
      record: 'slo:availability_errors:ratio_rate',
      // 1 - 0.999 is not 0.001 in binary.
      budget: Number((1 - slo.availability).toPrecision(6)),
      what: 'requests fail',
    },
    {
      slo: 'latency',
      alert: 'LatencyBudgetBurns',
      record: 'slo:latency_slow:ratio_rate',
      budget: slowBudget,
      what: `requests take longer than ${slo.latency_ms.p99} ms`,
    },
  ];
}

const windows = ['5m', '30m', '1h', '6h', '3d'] as const;
type Window = (typeof windows)[number];

/**
 * When to page and when to open a ticket, after the Site Reliability Workbook, chapter 5: at `factor` the budget of
 * 30 days is used up in 30 ÷ factor days. The short window makes an alert end soon after its cause.
 */
const burns: { factor: number; long: Window; short: Window; severity: 'page' | 'ticket' }[] = [
  { factor: 14.4, long: '1h', short: '5m', severity: 'page' },
  { factor: 6, long: '6h', short: '30m', severity: 'page' },
  { factor: 1, long: '3d', short: '6h', severity: 'ticket' },
];

/** The objectives as time series, one per service, objective and window. */
export function objectiveRecords(services: readonly CatalogueService[]): Rule[] {
  return services.flatMap((service) =>
    objectivesOf(service).flatMap(({ slo, record }) =>
      windows.map((window) => ({
        record: `${record}${window}`,
        expr: slo === 'availability' ? errorRatio(service, window) : slowRatio(service, window),
        labels: { app: service.name },
      })),
    ),
  );
}

/** Alerts on the budget of each objective being used up too fast. */
export function burnAlerts(services: readonly CatalogueService[]): Rule[] {
  return services.flatMap((service) =>
    objectivesOf(service).flatMap((objective) =>
      burns.map(({ factor, long, short, severity }) => {
        const over = (window: Window) =>
          `${objective.record}${window}{app="${service.name}"} > ${Number((factor * objective.budget).toPrecision(6))}`;
        return {
          alert: objective.alert,
          expr: `${over(long)} and ${over(short)}`,
          labels: { app: service.name, slo: objective.slo, severity, window: long },
          annotations: {
            summary: `${service.name}: ${objective.what}, ${factor} times as many as its objective allows`,
            runbook_url: runbookOf(service.name),
          },
        };
      }),
    ),
  );
}
