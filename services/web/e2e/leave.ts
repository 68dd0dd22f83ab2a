import assert from 'node:assert/strict';
import { awaitMail, mailsTo } from '@healthbooker/local/test/inbox';
import { staffDate } from '../src/shared/time/format.ts';
import { signIn, signInAtOffice } from './pages.ts';
import { londonDate } from './six-steps.ts';
import type { Person, PortalStack } from './stack.ts';
import { eventually } from './stored.ts';
import type { Visitor } from './visitor.ts';

/** A clinician is away on a day with visits: proposals, nothing saved, then one message to each patient. */
export async function planLeave(
  stack: PortalStack,
  { admin, patient }: { admin: Visitor; patient: Visitor },
  people: readonly Person[],
  away: Date,
): Promise<void> {
  const { hand, page, arrive } = admin;
  const before = await stored(stack);
  await signInAtOffice(admin, stack.admin);
  await hand.follow('Leave');
  await arrive('Leave');
  await hand.follow('Plan leave');
  await arrive('Who is away, and when?');
  await hand.press('Continue');
  await page.getByRole('alert').getByText('Enter the first date').waitFor();
  await admin.check('leave without dates');
  await hand.pick('Who is away', `${stack.provider.name}, Consultant`);
  await hand.type('First date', staffDate(londonDate(away)));
  await hand.press('Continue');

  await arrive('Visits that cannot take place');
  await page.getByText('12 booked visits cannot take place then').waitFor();
  assert.equal(await page.getByRole('rowheader').count(), people.length);
  await hand.press('Continue');
  await arrive('New times');
  await page.getByText('All 12 visits have a new time').waitFor();
  assert.equal(await page.getByText('Met', { exact: true }).count(), people.length);
  await hand.press('Continue');
  await arrive('Visits without a new time');
  await page.getByText('Everybody has a new time').waitFor();
  await hand.press('Continue');
  await arrive('What patients are told');
  await page.getByText('12 patients get one message each').waitFor();
  const preview = await page.getByRole('article').first().innerText();
  assert.deepEqual(await stored(stack), before, 'nothing is saved before Save');

  await hand.press('Save the leave');
  await arrive('The leave is saved');
  await page.getByText('12 wait for an answer').waitFor();
  await checkMoved(stack, people, away);
  await checkMails(people, preview);
  const [first] = people;
  if (first) await refuse(stack, { admin, patient }, first);
}

/** The rows that planning could have changed in the scheduler's database. */
export async function stored({ hospital: { pool } }: PortalStack): Promise<unknown> {
  const { rows } = await pool.query(
    `select (select md5(string_agg(id || state || is_retired, ',' order by id)) from slot) as slots,
       (select md5(string_agg(appointment_id || status || version || slot_id, ',' order by appointment_id))
        from reservation) as reservations,
       (select count(*) from provider_leave) as leave, (select count(*) from closure) as closures, (select count(*) from leave_visit) as visits,
       (select count(*) from decision) as decisions, (select count(*) from event_view) as events,
       (select count(*) from hold where state = 'open') as holds`,
  );
  return rows[0];
}

async function checkMoved(
  { hospital: { pool } }: PortalStack,
  people: readonly Person[],
  away: Date,
): Promise<void> {
  const { rows } = await pool.query(
    `select r.version, r.awaits_answer, s.local_start::date::text as day
     from reservation r join slot s on s.id = r.slot_id where r.patient_id = any($1)`,
    [people.map(({ sub }) => sub)],
  );
  assert.equal(rows.length, people.length);
  for (const { version, awaits_answer, day } of rows) {
    assert.deepEqual([version, awaits_answer], [2, true]);
    assert.notEqual(day, londonDate(away));
  }
}

/** Each patient has one mail about the new time, in the words that were shown. */
async function checkMails(people: readonly Person[], preview: string): Promise<void> {
  const isAboutMove = ({ subject }: { subject: string }) => /^Your appointment is now on /.test(subject);
  const words = preview.split('\n').filter((line) => line !== '' && !/^(To |Hello |When: )/.test(line));
  for (const person of people) {
    const { text } = await awaitMail(person.email, isAboutMove);
    for (const line of words) assert.ok(text.includes(line), `the mail does not say “${line}”`);
    assert.equal((await mailsTo(person.email)).filter(isAboutMove).length, 1, person.name);
  }
}

/** One patient cannot come: their new time is free again, and the visit waits for reception until it is settled. */
async function refuse(
  { hospital: { pool } }: PortalStack,
  { admin, patient }: { admin: Visitor; patient: Visitor },
  person: Person,
): Promise<void> {
  const { rows } = await pool.query('select appointment_id, slot_id from reservation where patient_id = $1', [
    person.sub,
  ]);
  const { appointment_id: appointmentId, slot_id: slotId } = rows[0];
  await signIn(patient, person);
  await patient.page.goto(`${patient.url}/appointments/${appointmentId}`);
  await patient.page.getByText('Does the new time suit you?').waitFor();
  await patient.check('a visit that the clinic moved');
  await patient.hand.press('I cannot come');
  await patient.hand.press('Yes, cancel this visit');
  await eventually('the refused time is free', async () => {
    const slot = await pool.query(`select from slot where id = $1 and state = 'free'`, [slotId]);
    return slot.rowCount === 1 ? true : undefined;
  });

  const { hand, page, arrive } = admin;
  await hand.follow('Worklist');
  await arrive('Worklist');
  const row = page.getByRole('row', { name: new RegExp(`${person.name}.*Cannot come`) });
  await row.waitFor();
  assert.equal(await page.getByRole('rowheader').count(), 1);
  await hand.follow(`Settle: ${person.name}`);
  await arrive('Settle a visit');
  await hand.press('It is taken care of');
  await arrive('Worklist');
  await page.getByText('Everybody who was affected has a time').waitFor();
}
