import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { confirmBooking, helloTo, keepTime, signIn, signInAtClinic } from './pages.ts';
import { newPerson, type Person, type PortalStack } from './stack.ts';
import { storedBooking } from './stored.ts';
import type { Visitor } from './visitor.ts';

const minute_ms = 60_000;

export type Child = { sub: string; name: string; visitToday: string };

/** A child registered at reception, whom a parent acts for, with a visit in two hours. */
export async function childOf(stack: PortalStack, parent: Person, name: string): Promise<Child> {
  const { hospital, items, table } = stack;
  const { sub } = newPerson(name);
  await items.send(
    new PutCommand({
      TableName: table,
      Item: {
        PK: sub,
        SK: 'METADATA',
        role: 'patient',
        name,
        birthDate: '2018-03-09',
        sex: 'male',
        phone: '',
        medicalRecordNumber: 'HB-0000-0001',
        timeZone: 'Europe/London',
        language: 'en-GB',
        accessNeeds: [],
        version: 1,
      },
    }),
  );
  await hospital.pool.query(
    `insert into proxy(id, patient_id, proxy_id, granted_by, since, scope, evidence, reason)
     values ($1, $2, $3, $4, now(), 'record', 'Birth certificate', 'Mother')`,
    [randomUUID(), sub, parent.sub, randomUUID()],
  );
  // "Today" must not end meanwhile: at the clinic it is between 1 and 18 o'clock.
  const hour = new Date().getUTCHours();
  const timeZone = hour >= 1 && hour <= 17 ? 'Europe/London' : 'Asia/Tokyo';
  await hospital.pool.query('update location set time_zone = $1', [timeZone]);
  const [slotId = ''] = await hospital.addSlots(new Date(Date.now() + 120 * minute_ms), 1);
  await hospital.pool.query('update slot set local_start = start_at at time zone $2 where id = $1', [
    slotId,
    timeZone,
  ]);
  return { sub, name, visitToday: await stack.book(parent, slotId, sub) };
}

/** A clinician orders a review for a child; a parent books it for the child with the order. */
export async function bookWhatWasOrdered(
  stack: PortalStack,
  clinician: Visitor,
  [parent, person]: [Visitor, Person],
  child: Child,
): Promise<void> {
  await signInAtClinic(clinician, stack.provider);
  await clinician.arrive('My day');
  await clinician.hand.follow(child.name);
  await clinician.arrive('Chart');
  await clinician.hand.follow('Order a review or referral');
  await clinician.arrive('Order a visit');
  await clinician.hand.type('Review in how many weeks?', 'six');
  await clinician.hand.press('Place the order');
  await clinician.page.getByRole('alert').getByText('Enter the weeks until the review').waitFor();
  await clinician.check('weeks that are none');
  await clinician.hand.type('Review in how many weeks?', '6');
  await clinician.hand.press('Place the order');
  await clinician.arrive('Chart');
  await clinician.page.getByText('Not booked yet').waitFor();
  await clinician.check('an order in the chart');

  await signIn(parent, person);
  const { hand, page, arrive } = parent;
  await hand.follow('Book');
  await arrive('Who is this visit for?');
  await hand.press('Continue');
  await page.getByRole('alert').getByText('Say who the visit is for').waitFor();
  await hand.choose(new RegExp(`^${child.name}`));
  await hand.press('Continue');
  // An order says nothing about the patient's state today, so the emergency question still comes.
  await arrive('Is any of this happening now?');
  await page.getByText('You are acting for').waitFor();
  await hand.choose('No, none of these');
  await hand.press('Continue');
  await arrive('Do you have a referral or follow-up?');
  await page.getByText(/^Step 3 of/).waitFor();
  await hand.choose(/^Follow-up/);
  await hand.press('Continue');
  await arrive('What kind of visit?');
  await page.getByText('Step 4 of 5').waitFor();
  await hand.follow('Back');
  await arrive('Do you have a referral or follow-up?');
  assert.ok(await page.getByRole('radio', { name: /^Follow-up/ }).isChecked(), 'Back keeps the answer');
  await hand.press('Continue');
  await arrive('What kind of visit?');
  await hand.choose(/^First visit/);
  await hand.press('Continue');
  await arrive('What suits you?');
  await hand.press('Find a time');
  await arrive('Choose a time');
  await page.getByText(/Your follow-up is due by/).waitFor();
  await keepTime(parent);
  await page.getByText(`${stack.provider.name}, for a visit by`).waitFor();
  const appointmentId = await confirmBooking(parent);
  const { reservation } = await storedBooking(stack, appointmentId);
  assert.equal(reservation['patient_id'], child.sub);
  assert.ok(reservation['referral_id'], 'the order is used');

  await hand.press('Switch back to yourself');
  await arrive(helloTo(person));
  await page.getByText('You have no visit booked').waitFor();
}

/** A parent says that the child will be late, the clinician sees it and runs late too, and the parent sees that. */
export async function runLate(
  clinician: Visitor,
  [parent, person]: [Visitor, Person],
  child: Child,
): Promise<void> {
  await clinician.page.goto(`${clinician.url}/clinic/`);
  await clinician.arrive('My day');
  const { hand, page, arrive } = parent;
  await hand.follow('Account');
  await arrive('Your account');
  await hand.press(`Act for ${child.name}`);
  await arrive(`Visits of ${child.name}`);
  await hand.follow('Details and directions');
  await arrive('Your appointment');
  await hand.pick('How late will you be?', 'About 20 minutes');
  await hand.press('Tell the clinic');
  await page.getByText('The clinic knows that you will be about').waitFor();
  await parent.check('a patient who is late');

  await clinician.page.getByText('Says they are 20 minutes late').waitFor();
  await clinician.check('a day with somebody late');
  await clinician.hand.pick('I am running late by', '30 minutes');
  await clinician.hand.press('Tell patients');
  await clinician.page.getByText('You are about').waitFor();

  await page.getByText(/is running about 30 minutes late/).waitFor();
  await parent.check('a clinician who is late');
  await clinician.hand.press('In time again');
  await page.getByText(/is running about/).waitFor({ state: 'detached' });
  await hand.press('Switch back to yourself');
  await arrive(helloTo(person));
}

/** One person gives a code, another enters it and acts for them, until one of them ends it. */
export async function giveCode(
  [giver, giverPerson]: [Visitor, Person],
  [taker, takerPerson]: [Visitor, Person],
): Promise<void> {
  await signIn(giver, giverPerson);
  await giver.hand.follow('Account');
  await giver.arrive('Your account');
  await giver.hand.press('Make a code');
  const code = (await giver.page.getByText(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/).textContent()) ?? '';
  await giver.check('a code');

  await signIn(taker, takerPerson);
  await taker.hand.follow('Account');
  await taker.arrive('Your account');
  taker.allow(404);
  await taker.hand.type('A code somebody gave you', 'AAAAA-AAAAA');
  await taker.hand.press('Enter the code');
  await taker.page.getByRole('alert').getByText('This code does not work').waitFor();
  await taker.hand.type('A code somebody gave you', code.toLowerCase());
  await taker.hand.press('Enter the code');
  await taker.page.getByText('You act for one more person').waitFor();
  await taker.check('acting for somebody');
  await taker.hand.press(`Act for ${giverPerson.name}`);
  await taker.arrive(`Visits of ${giverPerson.name}`);
  await taker.hand.follow('Record');
  await taker.arrive(`Record of ${giverPerson.name}`);

  await giver.page.goto(`${giver.url}/record/access`);
  await giver.arrive('Who looked at your record');
  await giver.page.getByText('They act for the patient').first().waitFor();
  await giver.page.goto(`${giver.url}/account`);
  await giver.arrive('Your account');
  await giver.hand.press(`End it: ${takerPerson.name}`);
  await giver.hand.press(`End it for ${takerPerson.name}`);
  await giver.page.getByText('Give somebody you trust a code').waitFor();

  await taker.page.goto(taker.url);
  await taker.page.getByRole('button', { name: 'Switch back to yourself' }).waitFor();
  await taker.hand.press('Switch back to yourself');
  await taker.arrive(helloTo(takerPerson));
}
