import { longNames, staysInside } from './long-names.ts';
import { enterPassword } from './pages.ts';
import type { Person } from './stack.ts';
import type { Visitor } from './visitor.ts';

/**
 * An administrator with a long name changes the policy: it is refused first, then saved, and the page says who
 * changed it.
 */
export async function changePolicy(visitor: Visitor, admin: Person): Promise<void> {
  const { hand, page, arrive } = visitor;
  await page.goto(`${visitor.url}/admin/`);
  await arrive('Sign in to the clinic');
  await enterPassword(visitor, admin);
  await arrive('Availability');
  await hand.follow('Policy');
  await arrive('Policy');
  await page.getByText('Nobody has changed the policy yet').waitFor();
  await hand.type('Waiting lists at a time', 'many');
  await hand.press('Save');
  await page.getByRole('alert').getByText('Waiting lists at a time: enter a whole number').waitFor();
  await visitor.checkBoth('a policy that is refused');
  await hand.type('Waiting lists at a time', '7');
  await hand.type('A cancellation is late (hours before the visit)', '48');
  await hand.press('Save');
  await page.getByRole('cell', { name: longNames.tamil }).waitFor();
  await visitor.checkBoth('a policy that was changed');
  await staysInside(visitor, 'the policy');
}
