import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { enterPassword, helloTo, mailedCode, signInAtClinic, signOut } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

/** A wrong password, a new one by the code from the mail, and the page that was asked for before signing in. */
export async function forgetPassword(visitor: Visitor, person: Person): Promise<void> {
  const { page, hand, url, arrive, allow, check } = visitor;
  allow(400);
  await page.goto(`${url}/record`);
  await arrive('Sign in');
  await enterPassword(visitor, { ...person, password: 'not the password 1' });
  const summary = page.getByRole('alert');
  await summary.getByText('The e-mail address or the password is not right').waitFor();
  assert.ok(await summary.evaluate((one) => one === document.activeElement), 'the summary has the focus');
  assert.match(await page.title(), /^Error: /);
  await check('a wrong password');

  await hand.follow('I have forgotten my password');
  await arrive('Choose a new password');
  await hand.type('E-mail address', person.email);
  await hand.press('Send the code');
  await arrive('Check your e-mail');
  const changed = { ...person, password: 'another horse 8 battery' };
  await hand.type('Code', await mailedCode(person));
  await hand.type('New password', changed.password);
  await hand.press('Save the new password');
  await arrive('Sign in');
  await page.getByText('Your new password is saved').waitFor();
  await enterPassword(visitor, changed);
  await arrive(helloTo(person));

  await hand.follow('Book');
  await arrive('Is any of this happening now?');
  await hand.choose('Yes, at least one');
  await hand.press('Continue');
  await arrive('Call emergency services now');

  await signOut(visitor);
  await page.goto(`${url}/record`);
  await arrive('Sign in');
  await enterPassword(visitor, changed);
  await arrive('Your record');
}

/** Everybody at the portal of the others, and a clinician at a chart that is none of their business. */
export async function knockAtWrongDoors(
  { provider }: PortalStack,
  atClinic: Visitor,
  atPatients: Visitor,
  patient: Person,
): Promise<void> {
  atClinic.allow(403, 404);
  await signInAtClinic(atClinic, patient);
  await atClinic.arrive('This is the clinic’s portal');
  await atClinic.hand.press('Sign out');
  await atClinic.arrive('Sign in to the clinic');

  await enterPassword(atClinic, provider);
  await atClinic.arrive('My day');
  const strangers = [];
  for (const id of [patient.sub, randomUUID()]) {
    await atClinic.page.goto(`${atClinic.url}/clinic/patients/${id}`);
    await atClinic.arrive('Chart');
    await atClinic.page.getByText('There is no chart here that you can open').waitFor();
    strangers.push(await atClinic.page.getByRole('main').innerText());
  }
  assert.equal(strangers[0], strangers[1], 'nothing tells that the first one exists');

  atPatients.allow(403);
  await atPatients.page.goto(atPatients.url);
  await atPatients.arrive('Sign in');
  await enterPassword(atPatients, provider);
  await atPatients.arrive('This is the patients’ portal');
}
