import { awaitMail } from '@healthbooker/local/test/inbox';
import { readEmail } from '@healthbooker/protos/person';
import { givenName } from '../src/patient/home/given-name.ts';
import type { Person } from './stack.ts';
import type { Visitor } from './visitor.ts';

/** What patients and clinicians do in the portals, page by page, in the words of the pages. */

export async function signUp({ hand, page, url, arrive }: Visitor, person: Person): Promise<void> {
  await page.goto(url);
  await arrive('Sign in');
  await hand.follow('Create an account');
  await arrive('Create an account');
  await hand.type('Full name', person.name);
  await hand.type('Day', '27');
  await hand.type('Month', '3');
  await hand.type('Year', '1985');
  await hand.type('E-mail address', person.email);
  await hand.type('Password', person.password);
  await hand.press('Create account');
  await arrive('Confirm your e-mail address');
  await hand.type('Code', await mailedCode(person));
  await hand.press('Confirm');
  await arrive(helloTo(person));
}

/** The six digits of the newest mail that has some. */
export async function mailedCode({ email }: Person): Promise<string> {
  const address = readEmail(email).value ?? email;
  const { text } = await awaitMail(address, (mail) => /\b\d{6}\b/.test(mail.text));
  return /\b\d{6}\b/.exec(text)?.[0] ?? '';
}

export function helloTo({ name }: Person): string {
  return `Hello, ${givenName(name)}`;
}

/** Fills in the sign-in page, wherever it is. */
export async function enterPassword({ hand }: Visitor, person: Person): Promise<void> {
  await hand.type('E-mail address', person.email);
  await hand.type('Password', person.password);
  await hand.press('Sign in');
}

export async function signIn(visitor: Visitor, person: Person): Promise<void> {
  await visitor.page.goto(visitor.url);
  await visitor.arrive('Sign in');
  await enterPassword(visitor, person);
  await visitor.arrive(helloTo(person));
}

export async function signOut({ hand, arrive }: Visitor): Promise<void> {
  await hand.follow('Account');
  await arrive('Your account');
  await hand.press('Sign out');
  await arrive('Sign in');
}

export type Need = { reason: string; clinician?: string; help?: string };

/** From home through every question to the times. */
export async function answerQuestions({ hand, arrive }: Visitor, need: Need): Promise<void> {
  await hand.follow('Book');
  await arrive('Is any of this happening now?');
  await hand.choose('No, none of these');
  await hand.press('Continue');
  await arrive('Which clinic do you need?');
  await hand.choose(/^Heart/);
  await hand.press('Continue');
  await arrive('What kind of visit?');
  await hand.choose(/^First visit/);
  await hand.press('Continue');
  await arrive('What is it about?');
  await hand.type('In your own words (you may leave this empty)', need.reason);
  await hand.tick('I have had it for more than six weeks');
  await hand.press('Continue');
  await arrive('What suits you?');
  if (need.clinician) await hand.pick('With whom?', need.clinician);
  await hand.press('Continue');
  await arrive('Do you need help at the visit?');
  if (need.help) await hand.tick(need.help);
  await hand.press('Find a time');
  await arrive('Choose a time');
}

/** Brings a time into view that stands further down. */
export async function showTime({ hand, page }: Visitor, time: RegExp): Promise<void> {
  const more = /^Show \d+ more time/;
  await page.getByRole('radio').first().waitFor();
  while ((await page.getByRole('radio', { name: time }).count()) === 0) await hand.press(more);
}

/** Keeps the time that is offered, or the one named. */
export async function keepTime({ hand, arrive }: Visitor, time?: RegExp): Promise<void> {
  if (time) await hand.choose(time);
  await hand.press('Keep this time and check');
  await arrive('Check and confirm');
}

/** Confirms, and returns the id of the appointment. */
export async function confirmBooking({ hand, page, arrive }: Visitor): Promise<string> {
  await hand.press('Confirm and book');
  await arrive('Your appointment is booked');
  return idInPath(page.url());
}

export async function moveVisit({ hand, page, arrive }: Visitor): Promise<void> {
  await hand.follow('Move');
  await arrive('Move your appointment');
  await page.getByRole('radio', { name: /am|pm/ }).first().waitFor();
  await hand.choose(/am|pm/);
  await hand.press('Keep this time and check');
  await arrive('Check the new time');
  await hand.press('Confirm the new time');
  await arrive('Your appointment is moved');
}

export async function cancelVisit({ hand, arrive }: Visitor): Promise<void> {
  await hand.follow('Cancel');
  await arrive('Cancel this appointment?');
  await hand.press('Yes, cancel it');
  await arrive('Your appointment is cancelled');
}

export async function signInAtClinic({ hand, page, url, arrive }: Visitor, person: Person): Promise<void> {
  await page.goto(`${url}/clinic/`);
  await arrive('Sign in to the clinic');
  await hand.type('E-mail address', person.email);
  await hand.type('Password', person.password);
  await hand.press('Sign in');
}

/** Adds a note of a visit in the chart that is open. */
export async function addNote({ hand, arrive }: Visitor, text: string): Promise<void> {
  await hand.follow('Add to the chart');
  await arrive('Add to the chart');
  await hand.type('What was found', text);
  await hand.press('Add to the chart');
  await arrive('Chart');
}

/** The id in an address like /appointments/<id>/booked. */
export function idInPath(address: string): string {
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(address)?.[0];
  if (id === undefined) throw new Error(`${address} has no id`);
  return id;
}

/** Signs in where administrators begin. */
export async function signInAtOffice(visitor: Visitor, person: Person): Promise<void> {
  const { page, url, arrive } = visitor;
  await page.goto(`${url}/admin/`);
  await arrive('Sign in to the clinic');
  await enterPassword(visitor, person);
  await arrive('Availability');
}
