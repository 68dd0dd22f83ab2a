import type { ServiceName } from '../hospital.ts';

/** A table grows when its rows come with visits, patients, messages, events or years; the others with the hospital itself. */
export type Growth = 'grows' | 'small';

/** Every table of each service: one that is missing here fails the check. */
export const tables: Record<ServiceName, Readonly<Record<string, Growth>>> = {
  scheduler: {
    access: 'grows',
    closure: 'small',
    decision: 'grows',
    decision_archive: 'small',
    decision_archive_part: 'grows',
    decision_past: 'grows',
    disruption: 'grows',
    erasure: 'grows',
    erasure_key: 'small',
    hold: 'grows',
    horizon: 'small',
    leave_visit: 'grows',
    location: 'small',
    operation: 'grows',
    operation_carried: 'small',
    outbox: 'grows',
    outbox_sent: 'grows',
    patient_reach: 'grows',
    policy: 'small',
    policy_change: 'small',
    provider: 'small',
    provider_delay: 'grows',
    provider_leave: 'grows',
    provider_specialty: 'small',
    proxy: 'grows',
    proxy_invitation: 'grows',
    proxy_notice: 'grows',
    referral: 'grows',
    region: 'small',
    reservation: 'grows',
    schema_migration: 'small',
    series: 'grows',
    session: 'small',
    slot: 'grows',
    slot_past: 'grows',
    specialty: 'small',
    team: 'small',
    visit_type: 'small',
    waitlist_entry: 'grows',
  },
  ehr: {
    access: 'grows',
    chart: 'grows',
    draft: 'grows',
    entry: 'grows',
    follower_cursor: 'small',
    outbox: 'grows',
    outbox_sent: 'grows',
    schema_migration: 'small',
    shown_entry: 'grows',
  },
  notification: {
    follower_cursor: 'small',
    message: 'grows',
    message_past: 'grows',
    message_words: 'grows',
    schema_migration: 'small',
  },
};

/** What the list and the catalogue do not agree on. */
export function unclassified(service: ServiceName, found: readonly string[]): string[] {
  const listed = tables[service];
  return [
    ...found
      .filter((table) => !(table in listed))
      .map((table) => `${service}.${table} is in no list: does it grow?`),
    ...Object.keys(listed)
      .filter((table) => !found.includes(table))
      .map((table) => `${service}.${table} is listed and does not exist`),
  ];
}
