import assert from 'node:assert/strict';
import { signIn, signInAtClinic } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

/**
 * A dangerous medicine is questioned, an impossible value is refused, and the patient reads why the entry was written
 * all the same.
 */
export async function askedBack(
  { provider }: PortalStack,
  clinician: Visitor,
  patient: Visitor,
  person: Person,
): Promise<void> {
  const { page, hand, url, arrive, check } = clinician;
  const alert = page.getByRole('alert');
  // Impossible values are refused, unlikely ones are questioned.
  clinician.allow(400, 409);
  await signInAtClinic(clinician, provider);
  await arrive('My day');
  await page.goto(`${url}/clinic/patients/${person.sub}`);
  await arrive('Chart');
  const begin = async (form: string) => {
    await hand.follow('Add to the chart');
    await arrive('Add to the chart');
    await hand.choose(form);
  };
  const save = async () => {
    await hand.press('Add to the chart');
    await arrive('Chart');
  };

  await begin('Allergy');
  await hand.type('Substance', 'Penicillin');
  await hand.choose('Severe');
  await save();

  await begin('Medicine');
  await hand.type('Name of the medicine', 'Amoxil 500 mg');
  await hand.type('How it is taken', 'One capsule three times a day');
  await hand.press('Add to the chart');
  await alert.getByText('Penicillin (severe): the same class, Penicillins').waitFor();
  await check('a medicine that the chart speaks against');
  await hand.press('Prescribe anyway');
  await alert.getByText('Enter why you write it anyway').waitFor();
  await hand.type('Prescribe anyway, because', 'Desensitised in May');
  await hand.press('Prescribe anyway');
  await arrive('Chart');
  await page.getByText('Written anyway, because: Desensitised in May').waitFor();

  await begin('Medicine');
  await hand.type('Name of the medicine', 'Unicornol');
  await hand.type('How it is taken', 'Once a day');
  await save();
  await page.getByText('Not checked: we do not know “Unicornol”', { exact: true }).waitFor();

  await begin('Blood pressure');
  await hand.type('Systolic blood pressure in mmHg', '82');
  await hand.type('Diastolic blood pressure in mmHg', '128');
  await hand.press('Add to the chart');
  await alert.getByText(/must not exceed the systolic pressure/).waitFor();
  await check('blood pressure the wrong way round');
  await hand.type('Systolic blood pressure in mmHg', '128');
  await hand.type('Diastolic blood pressure in mmHg', '82');
  await save();
  await page.getByText('Blood pressure 128 / 82 mmHg').waitFor();

  await begin('Result');
  await hand.type('What was measured', 'Weight');
  await hand.type('Value', '986');
  await hand.pick('Unit', 'kg');
  await hand.press('Add to the chart');
  await alert.getByText('Value must be between 0.2 and 700').waitFor();
  await hand.type('Value', '500');
  await hand.press('Add to the chart');
  await alert.getByText(/Value is very unlikely: most are between 0.4 and 300/).waitFor();
  await check('an unlikely weight');
  await hand.tick('Yes, it was measured so');
  await save();
  await page.getByText('An unlikely value, confirmed by the author', { exact: true }).waitFor();

  await begin('Problem');
  await hand.type('Problem, in clinical words', 'Asthma');
  await hand.type('Since (optional)', '2099');
  await hand.press('Add to the chart');
  await alert.getByText('Since must not be in the future').waitFor();
  await hand.type('Since (optional)', 'last summer');
  await hand.press('Add to the chart');
  await alert.getByText('Since must be a date like 03-Dec-2026, Dec-2026 or 2026').waitFor();
  await hand.type('Since (optional)', 'mar 2020');
  await save();
  await page.getByText('active · since Mar-2020', { exact: true }).waitFor();
  await check('a chart with what was asked back');

  await signIn(patient, person);
  await patient.hand.follow('Record');
  await patient.arrive('Your record');
  await patient.page
    .getByText('Your clinician was warned, and wrote it because: Desensitised in May')
    .waitFor();
  await patient.page.getByText(/^Not checked against your medicines and allergies/).waitFor();
  assert.equal(await patient.page.getByText('128 / 82').count(), 0, 'a result waits for a review');
  await patient.check('a record with what was asked back');
}
