import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { completeAccount, forgetPassword, knockAtWrongDoors, signUpInOwnScript } from './accounts.ts';
import { recordAllergies } from './allergies.ts';
import { askedBack } from './asked-back.ts';
import { launchBrowser } from './browser.ts';
import { standAtDoors } from './doors.ts';
import { askedForZone, bookFromKarachi } from './far-away.ts';
import { keptLonger } from './kept-longer.ts';
import { keyboard } from './keyboard.ts';
import { longNames, showLongNames } from './long-names.ts';
import { oneSlotForTwo } from './one-slot.ts';
import { sixSteps } from './six-steps.ts';
import { newPerson, type PortalStack, startPortals } from './stack.ts';
import { together, visit } from './visitor.ts';

const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;
/** 1280 × 1024 at 400 %. */
const zoomedIn = { width: 320, height: 256 };
const phone = { width: 390, height: 844 };

let stack: PortalStack;
let browser: Browser;

before(async () => {
  [stack, browser] = await Promise.all([startPortals(), launchBrowser()]);
  const tomorrow = Math.ceil(Date.now() / day_ms) * day_ms;
  await stack.hospital.addSlots(new Date(tomorrow + 9 * hour_ms), 16);
});
after(async () => {
  await browser?.close();
  await stack?.close();
});

test('the six steps with the mouse, on a desktop', async () => {
  const { url } = stack;
  const patient = await visit(browser, { url, name: 'mouse-patient' });
  const clinician = await visit(browser, { url, name: 'mouse-clinician' });
  await together([patient, clinician], () => sixSteps(stack, patient, clinician, newPerson('Maria Silva')));
});

test('the six steps with the keyboard alone, at 400 % zoom, in the dark', async () => {
  const options = { url: stack.url, hand: keyboard, viewport: zoomedIn, colorScheme: 'dark' as const };
  const patient = await visit(browser, { ...options, name: 'keyboard-patient' });
  const clinician = await visit(browser, { ...options, name: 'keyboard-clinician' });
  await together([patient, clinician], () => sixSteps(stack, patient, clinician, newPerson('Joseph Mensah')));
});

test('two browsers confirm one time: one has it, the other reads what else is free', async () => {
  const { url } = stack;
  const first = await visit(browser, { url, name: 'first' });
  const second = await visit(browser, { url, name: 'second', viewport: phone });
  await together([first, second], () =>
    oneSlotForTwo(stack, [first, stack.patient('Ada Cole')], [second, stack.patient('Ben Hart')]),
  );
});

test('a held time is kept longer once, then somebody else has it', async () => {
  const { url } = stack;
  const slow = await visit(browser, { url, name: 'slow', viewport: phone });
  const quick = await visit(browser, { url, name: 'quick' });
  await together([slow, quick], () =>
    keptLonger(stack, [slow, stack.patient('Ines Moor')], [quick, stack.patient('Jack Lowe')]),
  );
});

test('a device in Karachi shows both clocks', async () => {
  const options = { viewport: phone, timezoneId: 'Asia/Karachi' };
  const visitor = await visit(browser, { url: stack.url, name: 'karachi', ...options });
  const home = await visit(browser, { url: stack.url, name: 'karachi-at-home', timezoneId: 'Europe/London' });
  const zara = stack.patient('Zara Hussain');
  await together([visitor], () => bookFromKarachi(stack, visitor, zara));
  await together([home], () => askedForZone(home, zara));
});

test('a wrong and a forgotten password, an emergency, signing out and back in', async () => {
  const visitor = await visit(browser, { url: stack.url, name: 'forgetful', viewport: phone });
  await together([visitor], () => forgetPassword(visitor, stack.patient('Omar Field')));
});

test('an address in another script signs up, and what is wrong is asked for again', async () => {
  const visitor = await visit(browser, { url: stack.url, name: 'own-script', viewport: phone });
  const zoe = newPerson('Zoë Bücher');
  const address = zoe.email.replace('example.org', 'bücher.example');
  await together([visitor], () =>
    signUpInOwnScript(visitor, { ...zoe, email: address.replace('zoë.bücher', 'zoe') }),
  );
});

test('an account without a name or a birth date that can be is completed once', async () => {
  const visitor = await visit(browser, { url: stack.url, name: 'incomplete', viewport: phone });
  const account = stack.patient('Nobody Yet', { name: '\u200b', birthdate: '2023-02-29' });
  await together([visitor], () => completeAccount(visitor, account, newPerson('Anna Blum')));
});

test('nobody comes in at the wrong portal or into a chart that is none of their business', async () => {
  const { url } = stack;
  const clinic = await visit(browser, { url, name: 'at-clinic' });
  const patients = await visit(browser, { url, name: 'at-patients' });
  await together([clinic, patients], () =>
    knockAtWrongDoors(stack, clinic, patients, stack.patient('Nora Quinn')),
  );
});

test('allergies are not recorded, none, or one that was amended with a reason', async () => {
  const { url } = stack;
  const person = stack.patient('Paula Stern');
  // Later than what the other journeys are offered.
  const [slotId = ''] = await stack.hospital.addSlots(new Date(Date.now() + 8 * day_ms), 1);
  await stack.book(person, slotId);
  const clinician = await visit(browser, { url, name: 'allergies-clinician' });
  const patient = await visit(browser, { url, name: 'allergies-patient', viewport: phone });
  await together([clinician, patient], () => recordAllergies(stack, clinician, patient, person));
});

test('long names in three scripts and a long reason push nothing out of a phone, and forty visits fit a screen', async () => {
  const { url, hospital } = stack;
  const from = new Date(Math.ceil(Date.now() / day_ms) * day_ms + 24 * day_ms + 9 * hour_ms);
  const slots = await hospital.addSlots(from, 4);
  await hospital.addSlots(new Date(from.getTime() + 2 * day_ms), 8);
  const patients = [
    ...Object.entries(longNames).map(([script, name]) => stack.patient(`Long ${script}`, { name })),
    stack.patient('Ida Kurz'),
  ];
  const reason = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftskapitän';
  for (const [index, person] of patients.entries()) {
    await stack.book(person, slots[index] ?? '', person.sub, index === 0 ? reason : '');
  }
  const at = (name: string) => visit(browser, { url, name, viewport: phone });
  const clinician = await at('long-clinician');
  const reception = await at('long-reception');
  const admin = await at('long-admin');
  const patient = await at('long-patient');
  const desk = stack.staff('Long Desk', 'Receptionists', { name: longNames.latin });
  const date = from.toISOString().slice(0, 10);
  await together([clinician, reception, admin, patient], () =>
    showLongNames(stack, {
      patients,
      date,
      reason,
      clinician,
      reception: [reception, desk],
      admin,
      patient,
    }),
  );
});

test('a manager, one of the staff as a patient, a patient at the clinic and an address that is none, on a phone', async () => {
  const look = { url: stack.url, viewport: phone, colorScheme: 'dark' as const };
  const manager = await visit(browser, { ...look, name: 'door-manager' });
  const staff = await visit(browser, { ...look, name: 'door-staff' });
  const patient = await visit(browser, { ...look, name: 'door-patient' });
  await together([manager, staff, patient], () =>
    standAtDoors(
      [manager, stack.staff('Max Report', 'Managers')],
      [staff, stack.staff('Dora Desk', 'Receptionists')],
      [patient, stack.patient('Wrong Door')],
    ),
  );
});

test('what would hurt is asked about, on a desktop with the mouse and on a phone by keys alone', async () => {
  const { url } = stack;
  const looks = [
    { name: 'asked-desktop', person: stack.patient('Olga Brandt') },
    { name: 'asked-phone', person: stack.patient('Peter Quist'), viewport: phone, hand: keyboard },
  ];
  for (const [index, { person, name, ...options }] of looks.entries()) {
    const [slotId = ''] = await stack.hospital.addSlots(new Date(Date.now() + (9 + index) * day_ms), 1);
    await stack.book(person, slotId);
    const clinician = await visit(browser, { url, name, ...options });
    const patient = await visit(browser, { url, name: `${name}-patient`, viewport: phone });
    await together([clinician, patient], () => askedBack(stack, clinician, patient, person));
  }
});
