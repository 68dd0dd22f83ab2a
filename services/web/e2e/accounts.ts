import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { enterPassword, helloTo, mailedCode, signInAtClinic, signOut, signUp } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

/**
 * A wrong password, then a new password with the code from the mail; after signing in, the page that was asked for
 * opens.
 */
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

/** Sign-up asks again for what is not right; an address in another script is accepted, and signs in. */
export async function signUpInOwnScript(visitor: Visitor, person: Person): Promise<void> {
  const { page, hand, url, arrive, check } = visitor;
  await page.goto(`${url}/sign-up`);
  await arrive('Create an account');
  await hand.type('Full name', '\u2066Zoë');
  for (const [part, value] of [
    ['Day', '29'],
    ['Month', '2'],
    ['Year', '2023'],
  ] as const) {
    await hand.type(part, value);
  }
  await hand.type('E-mail address', '"zoë"@example.org');
  await hand.type('Password', person.password);
  await hand.press('Create account');
  const summary = page.getByRole('alert');
  for (const words of [
    'The name must not hold control characters or invisible ones',
    'Enter your date of birth, for example 27 3 1985',
    'The e-mail address must have plain letters',
  ]) {
    await summary.getByText(words).waitFor();
  }
  await check('what is not right in a new account');
  await signUp(visitor, person);
  await signOut(visitor);
  await enterPassword(visitor, person);
  await arrive(helloTo(person));
}

/** An account that was made elsewhere lacks what a profile needs: the portal asks for it, once. */
export async function completeAccount(visitor: Visitor, account: Person, person: Person): Promise<void> {
  const { page, hand, url, arrive, check } = visitor;
  await page.goto(`${url}/record`);
  await arrive('Sign in');
  await enterPassword(visitor, account);
  await arrive('Complete your account');
  await check('what the account lacks');
  await hand.press('Save and continue');
  await page.getByRole('alert').getByText('Enter your full name').waitFor();
  await hand.type('Full name', person.name);
  await hand.type('Day', '29');
  await hand.type('Month', '2');
  await hand.type('Year', '2024');
  await hand.press('Save and continue');
  await arrive('Your record');
  await signOut(visitor);
  await enterPassword(visitor, account);
  await arrive(helloTo(person));
}

/**
 * Patients at the clinic's portal, staff at the patients' portal, and a clinician who asks for a chart without a
 * reason.
 */
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

  await atPatients.page.goto(atPatients.url);
  await atPatients.arrive('Sign in');
  await enterPassword(atPatients, provider);
  await atPatients.arrive('Use HealthBooker as a patient too?');
  await atPatients.hand.press('Yes, be a patient too');
  await atPatients.arrive(helloTo(provider));
  // Portals in one browser have separate sessions: the second asks for a sign-in, and signing out of it does not end
  // the first.
  await signInAtClinic(atPatients, provider);
  await atPatients.arrive('My day');
  await atPatients.hand.press('Sign out');
  await atPatients.arrive('Sign in to the clinic');
  await atPatients.page.goto(atPatients.url);
  await atPatients.arrive(helloTo(provider));
}
