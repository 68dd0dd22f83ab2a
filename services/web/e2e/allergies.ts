import assert from 'node:assert/strict';
import { signIn, signInAtClinic } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

/**
 * "Not asked", "none known" and a known allergy are three different things. A changed allergy shows the reason and
 * its earlier text.
 */
export async function recordAllergies(
  { provider }: PortalStack,
  clinician: Visitor,
  patient: Visitor,
  person: Person,
): Promise<void> {
  const { page, hand, url, arrive, check } = clinician;
  const banner = page.getByRole('region', { name: 'Patient' });
  await signInAtClinic(clinician, provider);
  await arrive('My day');
  await page.goto(`${url}/clinic/patients/${person.sub}`);
  await arrive('Chart');
  await banner.getByText('Allergies not recorded').waitFor();

  await addAllergy(clinician, () => hand.choose('No known allergies'));
  await banner.getByText(/^No known allergies \(/).waitFor();
  await addAllergy(clinician, async () => {
    await hand.press('Add to the chart');
    await page.getByRole('alert').getByText('Enter: substance').waitFor();
    await check('an allergy without a substance');
    await hand.type('Substance', 'Penicillin');
    await hand.type('Reaction (optional)', 'Rash');
  });
  await banner.getByText('Penicillin').waitFor();
  await page.getByText('No allergies were known then').waitFor();
  assert.equal(await page.getByText('No known allergies').count(), 0, 'nothing contradicts the allergy');

  await hand.follow('Amend Penicillin');
  await arrive('Amend an entry');
  await hand.choose('Severe');
  await hand.press('Save as a new version');
  await page.getByRole('alert').getByText('Enter why you amend it').waitFor();
  await hand.type('Why do you amend it?', 'Her mother told us more');
  await hand.press('Save as a new version');
  await arrive('Chart');
  await page.getByText(`Changed by ${provider.name}: Her mother told us more`).waitFor();
  await check('the chart with an amended allergy');
  await hand.follow('Earlier versions of Penicillin');
  await arrive('Versions of an entry');
  await page.getByText(`Recorded by ${provider.name}`).waitFor();

  await signIn(patient, person);
  await patient.hand.follow('Record');
  await patient.arrive('Your record');
  await patient.page.getByText('Severity: severe').waitFor();
  assert.equal(await patient.page.getByText('No known allergies').count(), 0);
  await patient.page.getByText(/Her mother told us more/).waitFor();
  await patient.hand.press('Show earlier versions');
  await patient.page.getByRole('button', { name: 'Hide earlier versions' }).waitFor();
  await patient.check('earlier versions of an allergy');
}

async function addAllergy({ hand, arrive }: Visitor, fillIn: () => Promise<void>): Promise<void> {
  await hand.follow('Add to the chart');
  await arrive('Add to the chart');
  await hand.choose('Allergy');
  await fillIn();
  await hand.press('Add to the chart');
  await arrive('Chart');
}
