import assert from 'node:assert/strict';
import { awaitMail } from '@healthbooker/local/test/inbox';
import { enterPassword, signIn, signInAtClinic } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

/** A patient who asks for another name, and the two staff members who deal with it. */
export type Everybody = {
  patient: [Visitor, Person];
  reception: [Visitor, Person];
  provider: [Visitor, Person];
};

/** A patient asks for another legal name; nothing changes until reception has seen what shows it. */
export async function askForName({ patient: [visitor, person] }: Everybody): Promise<string> {
  const { hand, page, arrive, check } = visitor;
  await signIn(visitor, person);
  await hand.follow('Account');
  await arrive('Your account');
  const number = (await page.getByText(/^HB-/).textContent()) ?? '';
  await hand.type('What we call you (you may leave this empty)', 'Sasha');
  await hand.press('Save changes');
  await page.getByText('Saved.').waitFor();
  await hand.press('Ask for a change');
  await hand.press('Send the request');
  await page.getByRole('alert').getByText('Say what is to change').first().waitFor();
  await check('a request without a wish');
  await hand.type('New legal name', 'Alexandra Stone');
  await hand.pick('Sex', 'Female');
  await hand.type('Why, and what will you bring?', 'I married; I bring the certificate');
  await hand.press('Send the request');
  await page.getByText('Your request waits for our reception').waitFor();
  await check('a request that waits');
  await hand.press('Take the request back');
  await hand.press('Ask for a change');
  await hand.type('New legal name', 'Alexandra Stone');
  await hand.type('Why, and what will you bring?', 'I married; I bring the certificate');
  await hand.press('Send the request');
  await page.getByText('Your request waits for our reception').waitFor();
  await hand.follow('Home');
  await arrive('Hello, Sasha');
  return number;
}

/** Reception finds it by number, says what it was shown, and confirms. */
export async function confirmName({ reception, patient }: Everybody, number: string): Promise<void> {
  const [{ hand, page, arrive, check, url }, person] = reception;
  await page.goto(`${url}/clinic/proxies`);
  await arrive('Sign in to the clinic');
  await enterPassword(reception[0], person);
  await arrive('Who acts for whom');
  await hand.type('The patient’s number', number);
  await hand.press('Find the patient');
  await page.getByText('Alexandra Stone').waitFor();
  await page.getByText('called Sasha').waitFor();
  await hand.press('Confirm the change');
  await page.getByRole('alert').getByText('Say what you were shown').waitFor();
  await check('a change without evidence');
  await hand.type('What were you shown?', 'Marriage certificate and passport');
  await hand.press('Confirm the change');
  await page.getByText('The change is made').waitFor();
  await page.getByText('Decided before (1)').click();
  await page.getByText('Marriage certificate and passport').waitFor();
  await check('a change that was made');
  const { text } = await awaitMail(
    patient[1].email,
    ({ subject }) => subject === 'Your details were changed',
  );
  assert.match(text, /^Hello Sasha,/);
}

/** The patient reads what was decided; a clinician recognises them by both names. */
export async function knownByBoth(stack: PortalStack, { patient, provider }: Everybody): Promise<void> {
  const { hand, page, arrive, check } = patient[0];
  await hand.follow('Account');
  await arrive('Your account');
  await page.getByText('What was decided (1)').click();
  await page.getByText('Marriage certificate and passport').waitFor();
  await check('a name that was changed');

  const start = new Date(Date.now() + 3 * 86_400_000);
  const [slotId = ''] = await stack.hospital.addSlots(new Date(start.setUTCHours(10, 0, 0, 0)), 1);
  await stack.book(patient[1], slotId);
  await signInAtClinic(provider[0], provider[1]);
  await provider[0].arrive('My day');
  await provider[0].page.goto(`${provider[0].url}/clinic/patients/${patient[1].sub}`);
  await provider[0].arrive('Chart');
  const banner = provider[0].page.getByRole('region', { name: 'Patient' });
  await banner.getByText('Alexandra Stone').waitFor();
  await banner.getByText(/Formerly Alexander Stone/).waitFor();
  await banner.getByText('called Sasha').waitFor();
}
