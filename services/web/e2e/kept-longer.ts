import assert from 'node:assert/strict';
import { timeInSummary } from './one-slot.ts';
import { answerQuestions, confirmBooking, keepTime, showTime, signIn } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import { eventually } from './stored.ts';
import type { Visitor } from './visitor.ts';

const minute_ms = 60_000;

/**
 * A person waits too long with a held slot: they are warned, get more time once, and then lose the slot to another
 * person.
 */
export async function keptLonger(
  { hospital: { pool } }: PortalStack,
  [slow, slowPerson]: [Visitor, Person],
  [quick, quickPerson]: [Visitor, Person],
): Promise<void> {
  const { page, hand, check } = slow;
  await page.clock.install();
  await signIn(slow, slowPerson);
  await answerQuestions(slow, { reason: 'Dizzy in the mornings' });
  await keepTime(slow);
  const time = await timeInSummary(slow);
  const held = await holdOf(pool, slowPerson);

  await page.clock.fastForward(held.expires_at.getTime() - Date.now() - 2 * minute_ms + 5000);
  await page
    .getByText('We keep this time for you for two more minutes. You can ask us to keep it longer.')
    .waitFor();
  await check('a hold that ends soon');
  await hand.press('Keep it longer');
  await slow.arrive('Check and confirm');
  const longer = await holdOf(pool, slowPerson);
  assert.equal(longer.expires_at.getTime() - held.expires_at.getTime(), 10 * minute_ms);
  assert.equal(longer.id, held.id);
  await page.getByText(/^We keep this time for you until/).waitFor();

  // By the clinic's clock those minutes pass as well.
  await page.clock.fastForward(10 * minute_ms);
  await page.getByText('We cannot keep it longer. Confirm it now, or choose another time.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Keep it longer' }).count(), 0);
  await check('a hold that ends for good');
  await page.clock.fastForward(3 * minute_ms);
  await page.getByText('We no longer keep this time for you', { exact: true }).waitFor();
  await check('a hold that has ended');
  await pool.query('update hold set expires_at = now() where id = $1', [held.id]);
  await eventually('the slot is free again', async () => {
    const { rowCount } = await pool.query("select from slot where id = $1 and state = 'free'", [
      held.slot_id,
    ]);
    return rowCount === 1 ? true : undefined;
  });

  await signIn(quick, quickPerson);
  await answerQuestions(quick, { reason: '' });
  await showTime(quick, time);
  await keepTime(quick, time);
  await confirmBooking(quick);

  slow.allow(409);
  await hand.press('Confirm and book');
  const summary = page.getByRole('alert');
  await summary.getByText('This time has just been taken. Choose one of these instead').waitFor();
  await page.getByText('Your answers are kept').waitFor();
  const { rows } = await pool.query(
    "select patient_id from reservation where slot_id = $1 and status <> 'cancelled'",
    [held.slot_id],
  );
  assert.deepEqual(rows, [{ patient_id: quickPerson.sub }]);
}

async function holdOf(
  pool: PortalStack['hospital']['pool'],
  { sub }: Person,
): Promise<{ id: string; slot_id: string; expires_at: Date }> {
  const { rows } = await pool.query(
    "select id, slot_id, expires_at from hold where patient_id = $1 and state = 'open'",
    [sub],
  );
  assert.equal(rows.length, 1);
  return rows[0];
}
