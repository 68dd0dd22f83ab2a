import { z } from 'zod';

export const Coding = z
  .strictObject({
    system: z.string().max(200).describe('System URI as FHIR R4 names it'),
    code: z.string().max(20),
    display: z.string().max(300),
  })
  .meta({ id: 'Coding', description: 'SNOMED CT, LOINC, RxNorm or ICD-10' });

const coding = Coding.nullable().default(null);
const text = (max: number) => z.string().max(max).default('');
const date = text(10).describe('A day, a month or a year alone: 2026-05-02, 2026-05, 2026');
const laterDate = z.string().max(10).optional();

const measured = {
  coding,
  name: z.string().max(300),
  plainName: text(300),
  referenceLow: z.number().optional(),
  referenceHigh: z.number().optional(),
};
const unit = z.string().max(40).describe('UCUM');

const ObservationComponent = z.strictObject({ ...measured, value: z.number(), unit });

/**
 * The fields of each kind of entry. Lengths are bounds; what makes sense together is for the ehr service to say, which
 * names fields the same way.
 */
export const bodyForms = {
  'encounter-note': z
    .strictObject({ text: z.string().max(20_000), plan: text(5000), appointmentId: text(64) })
    .meta({ id: 'EncounterNote' }),
  condition: z
    .strictObject({
      coding,
      term: z.string().max(300),
      plainTerm: text(300),
      clinicalStatus: z.string().max(20).describe('active, inactive or resolved'),
      onsetDate: date,
      resolvedDate: laterDate.describe('Only of a resolved one'),
    })
    .meta({ id: 'Condition' }),
  allergy: z
    .strictObject({
      noneKnown: z.boolean().default(false).describe('The asserted fact that no allergies are known'),
      coding,
      substance: text(300),
      reaction: text(500),
      severity: text(20).describe('mild, moderate, severe, or empty'),
      clinicalStatus: text(20).describe('active, inactive or refuted; empty when none are known'),
    })
    .meta({ id: 'Allergy' }),
  medication: z
    .strictObject({
      coding,
      name: z.string().max(300),
      dosage: z.string().max(500),
      status: z.string().max(20).describe('active, completed or stopped'),
      startedDate: date,
      stoppedDate: laterDate.describe('Only of a completed or stopped one'),
    })
    .meta({ id: 'Medication' }),
  observation: z
    .strictObject({
      ...measured,
      value: z.number().optional().describe('Absent for a panel, whose components have the values'),
      unit: text(40).describe('UCUM; empty for a panel'),
      observedAt: z.iso.datetime().describe('When it was taken'),
      components: z
        .array(ObservationComponent)
        .min(2)
        .max(20)
        .optional()
        .describe('What was measured together, such as the two pressures of blood'),
    })
    .meta({ id: 'Observation' }),
};

export const correctionStates = z.enum(['open', 'corrected', 'declined']);

/** What a patient asks to have corrected; the words of the answer are the entry's `amendReason`. */
export const CorrectionRequest = z
  .strictObject({
    entryId: z.string(),
    entryVersion: z.int32(),
    text: z.string().describe('In the patient’s words'),
    state: correctionStates,
  })
  .meta({ id: 'CorrectionRequest' });
