import type { CatalogueService } from '../../catalogue.ts';
import type { Rule } from './rule.ts';
import { runbookOf } from './rule.ts';

type Alert = {
  /** The service whose runbook says what to do. */
  service: string;
  alert: string;
  expr: string;
  for?: string;
  severity: 'page' | 'ticket';
  summary: string;
};

/** What must hold besides the objectives, measured by the services themselves. */
const alerts: Alert[] = [
  {
    service: 'appointment',
    alert: 'AcknowledgedBookingUnreadable',
    expr: 'sum(increase(acknowledged_bookings_checked_total{outcome="unreadable"}[5m])) > 0',
    severity: 'page',
    summary: 'Patients were told a time that their page does not show 30 s later',
  },
  {
    service: 'appointment',
    alert: 'ProjectionLate',
    expr: 'histogram_quantile(0.99, sum by (le) (rate(event_lag_seconds_bucket{app="appointment",type="appointment.changed"}[5m]))) > 30',
    for: '5m',
    severity: 'page',
    summary: 'Timelines show changes more than 30 s late',
  },
  {
    service: 'appointment',
    alert: 'ReconcilerFails',
    expr: 'sum(increase(appointment_reconciler_steps_total{outcome="failed"}[10m])) > 0 unless sum(increase(appointment_reconciler_steps_total{outcome="done"}[10m])) > 0',
    for: '5m',
    severity: 'ticket',
    summary:
      'For ten minutes the table could not be compared with the scheduler: an event that was lost stays lost',
  },
  {
    service: 'appointment',
    alert: 'AccountNoticesWait',
    expr: 'max(owed_oldest_age_seconds{owed="notices"}) > 900',
    for: '5m',
    severity: 'ticket',
    summary: 'For fifteen minutes somebody has not been told that their account was changed',
  },
  {
    service: 'appointment',
    alert: 'ReachNotTold',
    expr: 'max(owed_oldest_age_seconds{owed="reach"}) > 300',
    for: '5m',
    severity: 'ticket',
    summary: 'The scheduler does not know where a patient can go: it may offer them times elsewhere',
  },
  {
    service: 'appointment',
    alert: 'IdentityRequestWaits',
    expr: 'max(owed_oldest_age_seconds{owed="requests"}) > 7 * 86400',
    for: '1h',
    severity: 'ticket',
    summary: 'A patient has waited a week: reception has not decided about their new name, birth date or sex',
  },
  {
    service: 'scheduler',
    alert: 'DecisionDoesNotReplay',
    expr: 'sum(increase(replay_mismatches_total[15m])) > 0',
    severity: 'page',
    summary: 'A stored decision gives another answer when it is decided again: it cannot be explained',
  },
  {
    service: 'scheduler',
    alert: 'SlotsStaySettling',
    expr: 'min_over_time(max(slots_settling)[5m:30s]) > 0',
    severity: 'page',
    summary: 'For five minutes freed slots have been neither offered nor free',
  },
  {
    service: 'scheduler',
    alert: 'SweeperFails',
    expr: 'sum(increase(sweep_failures_total[10m])) > 5',
    severity: 'ticket',
    summary: 'The sweeper fails: expired holds keep their slots',
  },
  {
    service: 'scheduler',
    alert: 'WaitingNotMarked',
    expr: `sum(increase(waiting_retries_total{reason="not-seen",outcome!="waits"}[1h])) > 0`,
    severity: 'ticket',
    summary: 'A free slot fitted somebody who waited, and only the weekly look found it',
  },
  {
    service: 'scheduler',
    alert: 'LimitsRefuseMany',
    expr: 'sum(increase(limit_refusals_total[1h])) > 100',
    severity: 'ticket',
    summary:
      'Many patients are refused because they have booked as much as one person may: a script, or a limit that is too low',
  },
  {
    service: 'scheduler',
    alert: 'WorklistGrowsOld',
    expr: 'max(worklist_oldest_seconds) > 2 * 86400',
    for: '15m',
    severity: 'ticket',
    summary:
      'Reception has not settled a visit for two days: the hospital cannot keep its time, or the patient refused it',
  },
  {
    service: 'scheduler',
    alert: 'ArchiveFails',
    expr: 'sum(increase(housekeeping_failures_total{app="scheduler",task="archive-decisions"}[1h])) > 10',
    severity: 'ticket',
    summary:
      'Decisions that are over cannot be written to the archive, or are not read back as they were: they stay',
  },
  {
    service: 'ehr',
    alert: 'AccessNotShown',
    expr: 'min(access_lag_seconds) > 60',
    for: '2m',
    severity: 'page',
    summary: 'For a minute patients have not been shown who reads the reasons for their visits',
  },
  {
    service: 'notification',
    alert: 'MailWaits',
    expr: 'max(notification_oldest_queued_seconds) > 900',
    for: '5m',
    severity: 'ticket',
    summary: 'A message has waited for more than fifteen minutes',
  },
  {
    service: 'notification',
    alert: 'MailFails',
    expr: 'sum(increase(notification_mails_total{outcome="failed"}[1h])) > 5',
    severity: 'ticket',
    summary: 'More than five messages were given up within an hour: nobody is told',
  },
];

/** Alerts of the services with an outbox or a queue. They differ only in the service's name. */
const publishers = ['scheduler', 'ehr'];
/** Those that tidy. */
const housekeepers = ['scheduler', 'ehr', 'notification'];
const followers = ['appointment', 'notification'];

function publisherAlerts(service: string): Alert[] {
  return [
    {
      service,
      alert: 'OutboxGrowsOld',
      expr: `max(outbox_oldest_age_seconds{app="${service}"}) > 60`,
      for: '2m',
      severity: 'page',
      summary: `For a minute ${service} has not published its committed changes: other services do not know of them`,
    },
  ];
}

function housekeepingAlerts(service: string): Alert[] {
  return [
    {
      service,
      alert: 'HousekeepingBehind',
      expr: `max by (task) (housekeeping_overdue_seconds{app="${service}"}) > 6 * 3600 or time() - max by (task) (housekeeping_last_success_timestamp_seconds{app="${service}"}) > 6 * 3600`,
      for: '15m',
      severity: 'ticket',
      summary: `Something that ${service} is done with, or will need, has waited for housekeeping for six hours`,
    },
    {
      service,
      alert: 'ClocksDiffer',
      expr: `max(abs(database_clock_difference_seconds{app="${service}"})) > 60`,
      for: '5m',
      severity: 'ticket',
      summary: `A process of ${service} and its database differ by more than a minute about the time`,
    },
  ];
}

function followerAlerts(service: string): Alert[] {
  return [
    {
      service,
      alert: 'QueueDeep',
      expr: `max(event_queue_messages{app="${service}",state="waiting"}) > 1000`,
      for: '5m',
      severity: 'ticket',
      summary: `${service} does not keep up with its queue`,
    },
    {
      service,
      alert: 'DeadLetters',
      expr: `max(event_queue_messages{app="${service}",state="dead"}) > 0`,
      for: '1m',
      severity: 'ticket',
      summary: `Events that ${service} could not handle wait in its dead-letter queue`,
    },
  ];
}

function processAlerts({ name, pools }: CatalogueService): Alert[] {
  const pool: Alert[] =
    pools.postgres === undefined
      ? []
      : [
          {
            service: name,
            alert: 'PoolExhausted',
            expr: `min_over_time(max(db_pool_connections{app="${name}",state="waiting"})[2m:15s]) > 0`,
            severity: 'ticket',
            summary: `Requests of ${name} wait for a database connection`,
          },
          {
            service: name,
            alert: 'DatabaseRefusesConnections',
            expr: `sum(increase(db_connections_refused_total{app="${name}"}[2m])) > 0`,
            for: '1m',
            severity: 'page',
            summary: `The database refuses new connections of ${name}: a password, a role or a certificate is wrong`,
          },
        ];
  return [
    {
      service: name,
      alert: 'ServiceSilent',
      expr: `absent(process_start_time_seconds{app="${name}"})`,
      for: '2m',
      severity: 'page',
      summary: `No process of ${name} reports metrics`,
    },
    {
      service: name,
      alert: 'EventLoopBusy',
      expr: `max(nodejs_eventloop_utilization_ratio{app="${name}"}) > 0.9`,
      for: '10m',
      severity: 'ticket',
      summary: `For ten minutes a process of ${name} has had no room for more work`,
    },
    ...pool,
  ];
}

/** Every alert that is not about an error budget. */
export function invariantAlerts(services: readonly CatalogueService[]): Rule[] {
  return [
    ...alerts,
    ...publishers.flatMap(publisherAlerts),
    ...housekeepers.flatMap(housekeepingAlerts),
    ...followers.flatMap(followerAlerts),
    ...services.flatMap(processAlerts),
  ].map(({ service, alert, expr, for: pending, severity, summary }) => ({
    alert,
    expr,
    ...(pending !== undefined && { for: pending }),
    labels: { app: service, severity },
    annotations: { summary, runbook_url: runbookOf(service) },
  }));
}
