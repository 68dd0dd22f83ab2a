import assert from 'node:assert/strict';
import { awaitMail } from '@healthbooker/local/test/inbox';
import { enterPassword, helloTo, signIn } from './pages.ts';
import type { Person } from './stack.ts';
import type { Visitor } from './visitor.ts';

/** Of the privacy group, on every system of one machine. */
const privacyAddress = 'privacy@healthbooker.example';

/** The people of a link that staff make, each with a browser. */
export type Everybody = {
  patient: [Visitor, Person];
  proxy: [Visitor, Person];
  reception: [Visitor, Person];
  colleague: [Visitor, Person];
  privacy: [Visitor, Person];
  /** Where the patient reads mail: nobody is signed in there. */
  mailbox: Visitor;
};

/** Reception lets somebody see an adult's record: it opens when a colleague has confirmed it. */
export async function openRecord({ patient, proxy, reception, colleague }: Everybody): Promise<void> {
  const [patientNumber, proxyNumber] = [await numberOf(patient), await numberOf(proxy)];
  const { hand, page, check } = await deskOf(reception);
  reception[0].allow(404);
  await hand.type('The patient’s number', 'HB-00000-00000-0');
  await hand.press('Find the patient');
  await page.getByRole('alert').waitFor();
  await check('a number of nobody');
  await hand.type('The patient’s number', patientNumber);
  await hand.press('Find the patient');
  await page.getByText('Nobody acts for this patient').waitFor();
  await hand.type('The number of the person who is to act', proxyNumber);
  await hand.press('Find this person');
  await page.getByText('What may they do?').waitFor();
  await hand.press('Let them act');
  await page.getByRole('alert').getByText('Say what you were shown').waitFor();
  await check('a link without evidence');
  await hand.choose(/^Bookings and the record/);
  await hand.type('What were you shown?', 'Passports of both, a power of attorney');
  await hand.type('Why are they to act?', 'The patient asked for it at the desk');
  await hand.press('Let them act');
  await page.getByText('A colleague has to confirm this').waitFor();
  await page.getByText('You made this link').waitFor();
  assert.equal(await page.getByRole('button', { name: /^Confirm/ }).count(), 0);
  await check('a link that waits');

  await proxy[0].page.goto(`${proxy[0].url}/account`);
  await proxy[0].arrive('Your account');
  assert.equal(await proxy[0].page.getByRole('button', { name: `Act for ${patient[1].name}` }).count(), 0);

  const second = await deskOf(colleague);
  await second.hand.press(/^Confirm/);
  await second.page.getByText('No link waits for anybody').waitFor();
  await keepsPlace(second, /^Confirmed: /);
  await second.check('a link that was confirmed');

  await proxy[0].page.goto(`${proxy[0].url}/account`);
  await proxy[0].hand.press(`Act for ${patient[1].name}`);
  await proxy[0].arrive(`Visits of ${patient[1].name}`);
  await proxy[0].hand.follow('Record');
  await proxy[0].arrive(`Record of ${patient[1].name}`);
}

/**
 * The patient, whose mail tells them, ends the link from there without signing in; privacy is told by mail and has it first
 * on their list.
 */
export async function disputeByMail({ patient, proxy, privacy, mailbox }: Everybody): Promise<void> {
  // As soon as the link has ended, in every open page.
  proxy[0].allow(404);
  const mail = await awaitMail(patient[1].email, ({ subject }) => subject === 'Somebody can act for you');
  const address = /https?:\S+\/not-me#[\w-]+/.exec(mail.text)?.[0] ?? '';
  await mailbox.page.goto(`${mailbox.url}${address.slice(address.indexOf('/not-me'))}`);
  await mailbox.arrive('This was not me');
  await mailbox.hand.press('End it, this was not me');
  await mailbox.arrive('It has ended');
  await mailbox.hand.follow('See who acts for you');
  await mailbox.arrive('Sign in');
  // Some mail programs cut a link off. Its page then says what to do instead.
  mailbox.allow(404);
  await mailbox.page.goto('about:blank');
  await mailbox.page.goto(`${mailbox.url}/not-me#${address.slice(-20)}`);
  await mailbox.arrive('This was not me');
  await mailbox.hand.press('End it, this was not me');
  await mailbox.page
    .getByRole('alert')
    .getByText(/Please call/)
    .waitFor();
  await mailbox.check('a link that was cut off');
  const told = await awaitMail(privacyAddress, ({ subject }) => subject.includes('this was not me'));
  assert.match(told.text, /\/clinic\/\n/);

  // The page of a record that is no longer theirs to read, and the way back.
  await proxy[0].page.goto(proxy[0].url);
  await proxy[0].page.getByRole('button', { name: 'Switch back to yourself' }).waitFor();
  await proxy[0].hand.press('Switch back to yourself');
  await proxy[0].arrive(helloTo(proxy[1]));

  const { hand, page, check, arrive } = privacy[0];
  await page.goto(`${privacy[0].url}/clinic/`);
  await arrive('Sign in to the clinic');
  await enterPassword(privacy[0], privacy[1]);
  await arrive('Links to review');
  const first = page.getByRole('article').first();
  await first.getByText('The patient says: this was not me').waitFor();
  await check('a link that was disputed');
  await hand.press(`Reviewed: ${proxy[1].name} for ${patient[1].name}`);
  await page.getByText('Every link has been reviewed').waitFor();
  await keepsPlace(privacy[0], /^Reviewed: /);
  await check('nothing to review');
}

/** The button has gone together with its link: the page announces what happened, and the focus is on a heading. */
async function keepsPlace({ page }: Visitor, words: RegExp): Promise<void> {
  await page.locator('[aria-live="polite"]').getByText(words).waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('h1, h2, h3'));
}

/** Signs in, and reads the hospital's number of the account. */
async function numberOf([visitor, person]: [Visitor, Person]): Promise<string> {
  await signIn(visitor, person);
  await visitor.hand.follow('Account');
  await visitor.arrive('Your account');
  return (await visitor.page.getByText(/^HB-/).textContent()) ?? '';
}

async function deskOf([visitor, person]: [Visitor, Person]): Promise<Visitor> {
  await visitor.page.goto(`${visitor.url}/clinic/proxies`);
  await visitor.arrive('Sign in to the clinic');
  await enterPassword(visitor, person);
  await visitor.arrive('Who acts for whom');
  return visitor;
}
