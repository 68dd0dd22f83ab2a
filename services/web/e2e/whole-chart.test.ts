import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillChart } from '@healthbooker/ehr/fill-chart';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { signIn, signInAtClinic } from './pages.ts';
import { type Person, type PortalStack, startPortals } from './stack.ts';
import { together, type Visitor, visit } from './visitor.ts';

const day_ms = 86_400_000;
const phone = { width: 390, height: 844 };

let stack: PortalStack;
let browser: Browser;
let visits = 0;

before(async () => {
  [stack, browser] = await Promise.all([startPortals(), launchBrowser()]);
});
after(async () => {
  await browser?.close();
  await stack?.close();
});

async function patientInCare(name: string): Promise<Person> {
  const person = stack.patient(name);
  visits += 1;
  const [slotId = ''] = await stack.hospital.addSlots(new Date(Date.now() + (8 + visits) * day_ms), 1);
  await stack.book(person, slotId);
  return person;
}

async function openChart(clinician: Visitor, person: Person): Promise<void> {
  await signInAtClinic(clinician, stack.provider);
  await clinician.arrive('My day');
  await clinician.page.goto(`${clinician.url}/clinic/patients/${person.sub}`);
  await clinician.page.getByRole('heading', { level: 1, name: 'Chart' }).waitFor();
}

test('a chart of 900 entries: what lasts is there, what happened is read on, and a page that fails says so', async () => {
  const person = await patientInCare('Rosa Klein');
  const whose = { patientId: person.sub, authorId: stack.provider.sub };
  await fillChart(stack.ehr, whose, { entries: 900, lasting: 30, characters: 100 });
  const clinician = await visit(browser, { url: stack.url, name: 'long-clinician' });
  const patient = await visit(browser, { url: stack.url, name: 'long-patient', viewport: phone });
  await together([clinician, patient], async () => {
    const { page, hand } = clinician;
    await openChart(clinician, person);
    const medicines = page.getByRole('region', { name: 'Medicines' });
    await medicines.getByRole('button', { name: 'Show 4 earlier' }).click();
    assert.equal(await medicines.getByRole('listitem').count(), 10);
    await page.getByRole('region', { name: 'Patient' }).getByText('Substance 30').waitFor();
    assert.equal(await page.getByText('Nothing recorded here').count(), 0);
    const results = page.getByRole('region', { name: 'Results' });
    await results.getByRole('button', { name: /^Show \d+ earlier$/ }).click();
    const before = await results.getByRole('listitem').count();
    clinician.allow(500);
    await page.route(/kind=observation/, (route) => route.fulfill({ status: 500 }));
    await results.getByRole('button', { name: 'Show earlier ones' }).click();
    await results.getByText('This could not be loaded').waitFor();
    await clinician.check('a page of the chart that failed');
    await page.unroute(/kind=observation/);
    await results.getByRole('button', { name: 'Try again' }).click();
    await results.getByRole('listitem').nth(before).waitFor();
    assert.equal(await results.getByRole('listitem').count(), before + 100);
    await hand.press('Read again');
    await clinician.check('a long chart');

    await signIn(patient, person);
    await patient.hand.follow('Record');
    await patient.arrive('Your record');
    const own = patient.page.getByRole('region', { name: 'Results' });
    for (let page = 0; page < 2; page++) {
      const shown = await own.getByRole('listitem').count();
      await own.getByRole('button', { name: 'Show earlier results' }).click();
      await own.getByRole('listitem').nth(shown).waitFor();
    }
    await patient.check('a long record');
  });
});

test('while what lasts is not whole, the chart says so and no list of it looks complete', async () => {
  const person = await patientInCare('Otto Lang');
  const whose = { patientId: person.sub, authorId: stack.provider.sub };
  await fillChart(stack.ehr, whose, { entries: 2400, lasting: 2400, characters: 0, one_in: 1 });
  const clinician = await visit(browser, { url: stack.url, name: 'lasting-clinician' });
  await together([clinician], async () => {
    const { page, hand } = clinician;
    const second = /chart\?cursor=/;
    clinician.allow(500);
    await page.route(second, (route) => route.fulfill({ status: 500 }));
    await openChart(clinician, person);
    await page.getByRole('heading', { name: 'This list is not complete' }).waitFor();
    await page
      .getByRole('region', { name: 'Patient' })
      .getByText(/not all could be read yet/)
      .waitFor();
    assert.equal(await page.getByText('Nothing recorded here').count(), 0);
    await clinician.check('a chart that is not whole');
    await page.unroute(second);
    await hand.press('Read the rest');
    await page.getByRole('heading', { name: 'This list is not complete' }).waitFor({ state: 'detached' });
    const medicines = page.getByRole('region', { name: 'Medicines' });
    await medicines.getByRole('button', { name: 'Show 794 earlier' }).waitFor();
    await page
      .getByRole('region', { name: 'Patient' })
      .getByText(/and 780 more in the list$/)
      .waitFor();
  });
});

test('a note that was not signed is there again, and gone once it is', async () => {
  const person = await patientInCare('Vera Blom');
  const clinician = await visit(browser, { url: stack.url, name: 'draft-clinician' });
  await together([clinician], async () => {
    const { page, hand, arrive, check } = clinician;
    const drafts = async () =>
      (await stack.ehr.query('select fields from draft where patient_id = $1', [person.sub])).rows;
    await openChart(clinician, person);
    await hand.follow('Add to the chart');
    await arrive('Add to the chart');
    await hand.type('What was found', 'Chest clear, no wheeze');
    await page.getByText(/^Draft saved \d\d:\d\d/).waitFor();
    await check('a note that is kept');
    await hand.type('What happens next (optional)', 'Echo in two weeks');
    // Left at once: what was typed last is kept too.
    await hand.follow('Back to the chart without adding');
    await arrive('Chart');
    await page.getByRole('link', { name: 'Note of a visit' }).waitFor();
    await check('a chart with a draft');
    // A page that is opened anew has forgotten everything.
    await page.reload();
    await page.getByRole('link', { name: 'Note of a visit' }).click();
    await arrive('Add to the chart');
    await page.getByText(/^You go on with your draft of/).waitFor();
    await check('a note that goes on');
    const typed = (label: string) => page.getByLabel(label).inputValue();
    assert.equal(await typed('What was found'), 'Chest clear, no wheeze');
    assert.equal(await typed('What happens next (optional)'), 'Echo in two weeks');
    assert.equal((await drafts()).length, 1);
    await hand.press('Add to the chart');
    await arrive('Chart');
    await page.getByText('Chest clear, no wheeze').waitFor();
    assert.equal(await page.getByText('You have not signed').count(), 0);
    assert.deepEqual(await drafts(), []);
    const { rows } = await stack.ehr.query(
      `select action, count(*)::int as times from access where patient_id = $1 and what = 'draft' group by action`,
      [person.sub],
    );
    const times = Object.fromEntries(rows.map((row) => [row.action, row.times]));
    assert.ok(times['write'] >= 1 && times['write'] <= 3 && times['read'] === 1, JSON.stringify(times));
  });
});
