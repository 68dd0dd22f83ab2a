import assert from 'node:assert/strict';
import { answerQuestions, confirmBooking, keepTime, showTime, signIn } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import { eventually } from './stored.ts';
import type { Visitor } from './visitor.ts';

const reason = 'Palpitations at night';

/** Two people are about to confirm the same time: the first one's hold has run out, and the second found it. */
export async function oneSlotForTwo(
  { hospital: { pool } }: PortalStack,
  [first, firstPerson]: [Visitor, Person],
  [second, secondPerson]: [Visitor, Person],
): Promise<void> {
  await signIn(first, firstPerson);
  await answerQuestions(first, { reason });
  await keepTime(first);
  const time = await timeInSummary(first);
  const slotId = await runOut(pool, firstPerson);

  await signIn(second, secondPerson);
  await answerQuestions(second, { reason: '' });
  await showTime(second, time);
  await keepTime(second, time);

  first.allow(409);
  const [, appointmentId] = await Promise.all([first.hand.press('Confirm and book'), confirmBooking(second)]);
  const { rows } = await pool.query(
    `select appointment_id from reservation where slot_id = $1 and status <> 'cancelled'`,
    [slotId],
  );
  assert.deepEqual(rows, [{ appointment_id: appointmentId }]);

  const { page, hand, check } = first;
  const summary = page.getByRole('alert');
  await summary.getByText('This time has just been taken. Choose one of these instead').waitFor();
  assert.ok(await summary.evaluate((one) => one === document.activeElement), 'the summary has the focus');
  await page.getByText('Your answers are kept').waitFor();
  assert.equal(await page.getByRole('radio').count(), 3);
  await check('three alternatives');
  await hand.choose(/[ap]m/);
  await hand.press('Take this time');
  await first.arrive('Check and confirm');
  await page.getByText(reason).waitFor();
  assert.notEqual(`${await timeInSummary(first)}`, `${time}`);
  await confirmBooking(first);
}

/** The name of the radio with the time that the summary shows. */
export async function timeInSummary({ page }: Visitor): Promise<RegExp> {
  const words = await page
    .getByText(/^\w+day \d+ \w+ \d{4}, [\d:]+[ap]m/)
    .first()
    .innerText();
  return new RegExp(`^${/[\d:]+[ap]m/.exec(words)?.[0]}`);
}

/** Lets somebody's hold run out, and waits until others can have the slot. Returns the slot's id. */
async function runOut(pool: PortalStack['hospital']['pool'], { sub }: Person): Promise<string> {
  const { rows } = await pool.query(
    `update hold set expires_at = now() where patient_id = $1 and state = 'open' returning slot_id`,
    [sub],
  );
  const slotId: string = rows[0].slot_id;
  await eventually('the slot is free again', async () => {
    const slot = await pool.query(`select from slot where id = $1 and state = 'free'`, [slotId]);
    return slot.rowCount === 1 ? true : undefined;
  });
  return slotId;
}
