import type { CatalogueService } from '../../catalogue.ts';
import { objectivesOf } from './burn-rate.ts';
import { errorRatio, p99, requestRate } from './queries.ts';

type Series = { expr: string; legend: string };
type Panel = {
  title: string;
  /** What a reader should conclude from it. */
  description: string;
  unit: 's' | 'percentunit' | 'reqps' | 'short';
  series: Series[];
  width?: number;
};

export type Dashboard = { uid: string; title: string; rows: { title: string; panels: Panel[] }[] };

const perService = (services: readonly CatalogueService[], expr: (service: CatalogueService) => string) =>
  services.map((service) => ({ expr: expr(service), legend: service.name }));

/** The three dashboards, in the order in which a person on call needs them. */
export function dashboards(services: readonly CatalogueService[]): Dashboard[] {
  return [objectives(services), bookings(), capacity(services)];
}

function objectives(services: readonly CatalogueService[]): Dashboard {
  return {
    uid: 'healthbooker-objectives',
    title: 'HealthBooker: objectives',
    rows: [
      {
        title: 'Now',
        panels: [
          {
            title: 'Answers per second',
            description: 'If one service falls to zero and the others do not, nothing reaches it.',
            unit: 'reqps',
            series: perService(services, (service) => requestRate(service, '5m')),
          },
          {
            title: 'Share of answers that were our fault',
            description: 'Above 1 − availability the error budget shrinks.',
            unit: 'percentunit',
            series: perService(services, (service) => errorRatio(service, '5m')),
          },
          {
            title: 'Latency, 99 of 100',
            description: 'The objective of each service is in services/catalogue.json.',
            unit: 's',
            series: perService(services, (service) => p99(service, '5m')),
          },
        ],
      },
      {
        title: 'Burn rate: 1 uses the budget of 30 days in 30 days',
        panels: (['availability', 'latency'] as const).map((slo) => ({
          title: `${slo}, over an hour`,
          description: 'Above 14.4 the person on call is paged.',
          unit: 'short' as const,
          width: 12,
          series: services.flatMap((service) =>
            objectivesOf(service)
              .filter((objective) => objective.slo === slo)
              .map(({ record, budget }) => ({
                expr: `${record}1h{app="${service.name}"} / ${budget}`,
                legend: service.name,
              })),
          ),
        })),
      },
    ],
  };
}

function bookings(): Dashboard {
  return {
    uid: 'healthbooker-bookings',
    title: 'HealthBooker: bookings',
    rows: [
      {
        title: 'What must hold',
        panels: [
          {
            title: 'Acknowledged bookings read back',
            description: '“unreadable” above zero: somebody was told a time that their page does not show.',
            unit: 'short',
            series: [
              {
                expr: 'sum by (outcome) (rate(acknowledged_bookings_checked_total[5m]))',
                legend: '{{outcome}}',
              },
            ],
          },
          {
            title: 'Age of the oldest event not published',
            description: 'Seconds when all is well.',
            unit: 's',
            series: [{ expr: 'max by (app) (outbox_oldest_age_seconds)', legend: '{{app}}' }],
          },
          {
            title: 'From commit to timeline, 99 of 100',
            description: 'Below 5 s when all is well.',
            unit: 's',
            series: [
              {
                expr: 'histogram_quantile(0.99, sum by (le, app) (rate(event_lag_seconds_bucket{type="appointment.changed"}[5m])))',
                legend: '{{app}}',
              },
            ],
          },
          {
            title: 'Stored decisions, decided again',
            description: 'Must stay at zero: mismatches (another answer than the stored one).',
            unit: 'short',
            series: [
              { expr: 'sum(rate(replays_total[5m]))', legend: 'decided again' },
              { expr: 'sum(rate(replay_mismatches_total[5m]))', legend: 'mismatches' },
            ],
          },
        ],
      },
      {
        title: 'What happens',
        panels: [
          {
            title: 'Requested changes, by outcome',
            description: 'slot-taken rises when many people want the same times.',
            unit: 'reqps',
            series: [
              {
                expr: 'sum by (operation, outcome) (rate(bookings_total[5m]))',
                legend: '{{operation}} {{outcome}}',
              },
            ],
          },
          {
            title: 'Slots that are being settled',
            description: 'Freed, but not yet offered or free. Each stays here for seconds.',
            unit: 'short',
            series: [{ expr: 'max(slots_settling)', legend: 'settling' }],
          },
          {
            title: 'Worklist: oldest visit',
            description: 'The visit has no new time, or the patient refused it: reception calls the patient.',
            unit: 's',
            series: [{ expr: 'max(worklist_oldest_seconds)', legend: 'oldest' }],
          },
          {
            title: 'Queues',
            description: '“dead”: events that failed five times.',
            unit: 'short',
            series: [{ expr: 'max by (app, state) (event_queue_messages)', legend: '{{app}} {{state}}' }],
          },
          {
            title: 'Mail: oldest waiting',
            description: 'Above fifteen minutes: look at the mail server.',
            unit: 's',
            series: [{ expr: 'max(notification_oldest_queued_seconds)', legend: 'oldest' }],
          },
        ],
      },
    ],
  };
}

function capacity(services: readonly CatalogueService[]): Dashboard {
  const names = services.map(({ name }) => name).join('|');
  return {
    uid: 'healthbooker-capacity',
    title: 'HealthBooker: capacity',
    rows: [
      {
        title: 'Processes',
        panels: [
          {
            title: 'Event loop',
            description: '1 means: no room for more work.',
            unit: 'percentunit',
            series: [
              {
                expr: `max by (app) (nodejs_eventloop_utilization_ratio{app=~"${names}"})`,
                legend: '{{app}}',
              },
            ],
          },
          {
            title: 'Memory',
            description: 'Resident bytes of the largest process.',
            unit: 'short',
            series: [
              { expr: `max by (app) (process_resident_memory_bytes{app=~"${names}"})`, legend: '{{app}}' },
            ],
          },
          {
            title: 'Processes that report',
            description: 'How many replicas Prometheus reads.',
            unit: 'short',
            series: [
              { expr: `count by (app) (process_start_time_seconds{app=~"${names}"})`, legend: '{{app}}' },
            ],
          },
        ],
      },
      {
        title: 'Stores and peers',
        panels: [
          {
            title: 'Requests that wait for a connection',
            description: 'Above zero for minutes: too few connections, or a slow statement.',
            unit: 'short',
            series: [{ expr: 'sum by (app) (db_pool_connections{state="waiting"})', legend: '{{app}}' }],
          },
          {
            title: 'Calls per second',
            description:
              'RPCs, SQL statements and commands sent. If it rises faster than requests, an operation needs more calls.',
            unit: 'reqps',
            series: [
              {
                expr: 'sum by (app, system) (rate(outbound_calls_total[5m]))',
                legend: '{{app}} {{system}}',
              },
            ],
          },
          {
            title: 'Repeated calls per second',
            description: 'Rises when a called service goes away.',
            unit: 'reqps',
            series: [
              {
                expr: 'sum by (app, method) (rate(rpc_client_retries_total[5m]))',
                legend: '{{app}} {{method}}',
              },
            ],
          },
          {
            title: 'Live streams',
            description: 'Open pages that receive live updates.',
            unit: 'short',
            series: [{ expr: 'sum by (app) (live_streams_open)', legend: '{{app}}' }],
          },
        ],
      },
    ],
  };
}

/** A dashboard as Grafana 11 and later import it. */
export function grafanaJson({ uid, title, rows }: Dashboard): Record<string, unknown> {
  const datasource = { type: 'prometheus', uid: '$datasource' };
  const panels: Record<string, unknown>[] = [];
  let y = 0;
  for (const row of rows) {
    panels.push({ id: panels.length + 1, type: 'row', title: row.title, gridPos: { x: 0, y, w: 24, h: 1 } });
    y += 1;
    let x = 0;
    for (const {
      title: name,
      description,
      unit,
      series,
      width = 24 / Math.min(row.panels.length, 4),
    } of row.panels) {
      panels.push({
        id: panels.length + 1,
        type: 'timeseries',
        title: name,
        description,
        datasource,
        gridPos: { x, y, w: width, h: 9 },
        fieldConfig: { defaults: { unit, min: 0, custom: { lineWidth: 1, fillOpacity: 5 } }, overrides: [] },
        options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } },
        targets: series.map(({ expr, legend }, index) => ({
          refId: String.fromCharCode(65 + index),
          datasource,
          expr,
          legendFormat: legend,
        })),
      });
      x += width;
    }
    y += 9;
  }
  return {
    uid,
    title,
    schemaVersion: 39,
    tags: ['healthbooker'],
    editable: false,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    templating: {
      list: [{ name: 'datasource', type: 'datasource', query: 'prometheus', label: 'Prometheus' }],
    },
    panels,
  };
}
