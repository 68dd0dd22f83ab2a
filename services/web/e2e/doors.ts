import { staysInside } from './long-names.ts';
import { enterPassword } from './pages.ts';
import type { Person } from './stack.ts';
import type { Visitor } from './visitor.ts';

/**
 * What portals show to people for whom they have little: a manager, staff at the wrong portal, a patient, and anybody
 * at an unknown address.
 */
export async function standAtDoors(
  [manager, managing]: [Visitor, Person],
  [staff, working]: [Visitor, Person],
  [patient, person]: [Visitor, Person],
): Promise<void> {
  for (const path of ['/clinic/nowhere', '/admin/nowhere', '/nowhere']) {
    await patient.page.goto(`${patient.url}${path}`);
    await patient.arrive('Page not found');
    await patient.page.getByRole('link', { name: 'HealthBooker' }).waitFor();
    await staysInside(patient, path);
  }

  await manager.page.goto(`${manager.url}/clinic/`);
  await manager.arrive('Sign in to the clinic');
  await enterPassword(manager, managing);
  await manager.arrive('Reports');
  for (const path of ['/clinic/', '/admin/', '/clinic/week']) {
    await manager.page.goto(`${manager.url}${path}`);
    await manager.arrive('Reports');
    await manager.page.getByText(`Signed in as ${managing.name}`).waitFor();
    await staysInside(manager, path);
  }
  await manager.hand.press('Sign out');
  await manager.arrive('Sign in to the clinic');

  await staff.page.goto(staff.url);
  await staff.arrive('Sign in');
  await enterPassword(staff, working);
  await staff.arrive('Use HealthBooker as a patient too?');
  await staysInside(staff, 'becoming a patient');
  await staff.hand.press('Sign out');
  await staff.arrive('Sign in');

  patient.allow(403);
  await patient.page.goto(`${patient.url}/clinic/`);
  await patient.arrive('Sign in to the clinic');
  await enterPassword(patient, person);
  await patient.arrive('This is the clinic’s portal');
  await staysInside(patient, 'a patient at the clinic');
  await patient.hand.press('Sign out');
  await patient.arrive('Sign in to the clinic');
}
