import type { Found } from './statements.ts';

/** A statement made bad on purpose: a text that occurs in it, and what stands there instead. */
type Bad = { service: string; statement: string; edit: readonly [string, string]; what: string };

const bad: readonly Bad[] = [
  {
    service: 'scheduler',
    statement: 'search-slots',
    edit: ["where state = 'free' and specialty_id = $1", "where state = 'free' and specialty_id || '' = $1"],
    what: 'the index of free slots begins with the specialty',
  },
  {
    service: 'scheduler',
    statement: 'patient-busy',
    edit: ['patient_id = $1', 'patient_id::text = $1::text'],
    what: 'a type of its own keeps a condition from the index',
  },
  {
    service: 'scheduler',
    statement: 'list-provider-day',
    edit: ['provider_id = $1', 'provider_id::text = $1::text'],
    what: 'the same behind a view',
  },
  {
    service: 'scheduler',
    statement: 'find-operation',
    edit: ['patient_id = $1', 'patient_id::text = $1::text'],
    what: 'an operation is looked for among those of all patients',
  },
  {
    service: 'scheduler',
    statement: 'close-past-slots',
    edit: ["state = 'free' and start_at < $1", "state = 'free' and start_at + interval '0' < $1"],
    what: 'free slots of the future are looked at as well',
  },
  {
    service: 'scheduler',
    statement: 'list-versions',
    edit: ['appointment_id = $1', 'appointment_id::text = $1::text'],
    what: 'versions of one visit are looked for among all of them',
  },
  {
    service: 'scheduler',
    statement: 'insert-slots',
    edit: [
      "where exists (select from waitlist_entry e where e.specialty_id = c.id and e.state = 'waiting' offset 0)",
      "where id in (select distinct specialty_id from waitlist_entry where state = 'waiting')",
    ],
    what: 'everybody who waits is counted to know whether anybody does',
  },
  {
    service: 'ehr',
    statement: 'select-access',
    edit: ['patient_id = $1', 'patient_id::text = $1::text'],
    what: 'who looked at one chart is looked for among all looks',
  },
  {
    service: 'notification',
    statement: 'claim-messages',
    edit: ["state = 'queued' and due_at <= $3", 'due_at <= $3'],
    what: 'what was sent is looked at as well',
  },
  {
    service: 'notification',
    statement: 'list-messages',
    edit: ['person_id = $1\n', "person_id || '' = $1\n"],
    what: 'messages of one person are looked for among all of them',
  },
];

/** Statements made bad, which the check has to notice; faults are edits that do not fit the source any more. */
export function makeBad(statements: readonly Found[]): {
  made: (Found & { what: string })[];
  faults: string[];
} {
  const faults: string[] = [];
  const made = bad.flatMap(({ service, statement, edit: [from, to], what }) => {
    const good = statements.find((each) => each.service === service && each.plainName === statement);
    if (good === undefined || !good.text.includes(from)) {
      faults.push(`${statement} of ${service} cannot be made bad: "${from}" does not stand in it`);
      return [];
    }
    return [{ ...good, text: good.text.replaceAll(from, to), what }];
  });
  return { made, faults };
}
