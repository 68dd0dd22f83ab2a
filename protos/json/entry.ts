import { z } from 'zod';
import type { Coding__Output } from '../gen/healthbooker/ehr/v1/Coding.ts';
import type { Entry__Output } from '../gen/healthbooker/ehr/v1/Entry.ts';
import type { EntryBody } from '../gen/healthbooker/ehr/v1/EntryBody.ts';
import type { ObservationComponent__Output } from '../gen/healthbooker/ehr/v1/ObservationComponent.ts';
import { bodyForms, type Coding, CorrectionRequest, correctionStates } from './entry-body.ts';
import { EntryChecks, entryChecksJson } from './entry-checks.ts';
import { Instant } from './slot.ts';
import { enumWords } from './words.ts';

export const releases = enumWords({
  RELEASE_NOW: 'now',
  RELEASE_AFTER_REVIEW: 'after-review',
  RELEASE_NEVER: 'never',
});

export const entryKinds = enumWords({
  ENTRY_KIND_ENCOUNTER_NOTE: 'encounter-note',
  ENTRY_KIND_CONDITION: 'condition',
  ENTRY_KIND_ALLERGY: 'allergy',
  ENTRY_KIND_MEDICATION: 'medication',
  ENTRY_KIND_OBSERVATION: 'observation',
  ENTRY_KIND_CORRECTION_REQUEST: 'correction-request',
});

const common = {
  id: z.string(),
  version: z.int(),
  release: releases.schema,
  authorId: z.string(),
  authorName: z.string(),
  recordedAt: Instant,
  amendReason: z.string(),
  checks: EntryChecks.optional().describe('What was asked before this version was written'),
};

/** One version of a fact in a chart; `kind` says what its body holds. */
export const Entry = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...common, kind: z.literal('encounter-note'), body: bodyForms['encounter-note'] }),
    z.strictObject({ ...common, kind: z.literal('condition'), body: bodyForms.condition }),
    z.strictObject({ ...common, kind: z.literal('allergy'), body: bodyForms.allergy }),
    z.strictObject({ ...common, kind: z.literal('medication'), body: bodyForms.medication }),
    z.strictObject({ ...common, kind: z.literal('observation'), body: bodyForms.observation }),
    z.strictObject({ ...common, kind: z.literal('correction-request'), body: CorrectionRequest }),
  ])
  .meta({ id: 'Entry' });

/** A body as a clinician sends it. */
/** A note and its plan have 25,000 characters of up to 6 bytes, as JSON may escape them; and the rest. */
export const maxEntryBytes = 256 * 1024;

export const NewEntryBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('encounter-note'), ...bodyForms['encounter-note'].shape }),
    z.strictObject({ kind: z.literal('condition'), ...bodyForms.condition.shape }),
    z.strictObject({ kind: z.literal('allergy'), ...bodyForms.allergy.shape }),
    z.strictObject({ kind: z.literal('medication'), ...bodyForms.medication.shape }),
    z
      .strictObject({ kind: z.literal('observation'), ...bodyForms.observation.shape })
      .refine(({ value, components }) => (value === undefined) === (components !== undefined), {
        path: ['value'],
        message: 'is required, or the components of a panel instead of it',
      }),
  ])
  .meta({ id: 'NewEntryBody' });

export type EntryJson = z.input<typeof Entry>;

/** An entry with the name of its author. */
export function entryJson(entry: Entry__Output, authorName: string): EntryJson {
  const { entryId: id, version, authorId, recordedAt, amendReason } = entry;
  const release = releases.toWord(entry.release);
  const checks = entry.checks ? { checks: entryChecksJson(entry.checks) } : {};
  const shared = { id, version, release, authorId, authorName, recordedAt, amendReason, ...checks };
  const { encounterNote, condition, allergy, medication, observation, correctionRequest } = entry.body ?? {};
  if (encounterNote) {
    const { text, plan, appointmentId } = encounterNote;
    return { ...shared, kind: 'encounter-note', body: { text, plan, appointmentId } };
  }
  if (condition) {
    const { term, plainTerm, clinicalStatus, onsetDate, resolvedDate } = condition;
    const coding = codingJson(condition.coding);
    const later = resolvedDate === '' ? {} : { resolvedDate };
    const body = { coding, term, plainTerm, clinicalStatus, onsetDate, ...later };
    return { ...shared, kind: 'condition', body };
  }
  if (allergy) {
    const { noneKnown, substance, reaction, severity, clinicalStatus } = allergy;
    const coding = codingJson(allergy.coding);
    const body = { noneKnown, coding, substance, reaction, severity, clinicalStatus };
    return { ...shared, kind: 'allergy', body };
  }
  if (medication) {
    const { name, dosage, status, startedDate, stoppedDate } = medication;
    const coding = codingJson(medication.coding);
    const later = stoppedDate === '' ? {} : { stoppedDate };
    return { ...shared, kind: 'medication', body: { coding, name, dosage, status, startedDate, ...later } };
  }
  if (observation) {
    const { observedAt, unit, components } = observation;
    const isPanel = components.length > 0;
    return {
      ...shared,
      kind: 'observation',
      body: {
        ...measuredJson(observation),
        unit,
        observedAt,
        ...(isPanel ? { components: components.map(componentJson) } : { value: observation.value }),
      },
    };
  }
  if (correctionRequest) {
    const { entryId, entryVersion, text } = correctionRequest;
    const state = correctionStates.parse(correctionRequest.state);
    return { ...shared, kind: 'correction-request', body: { entryId, entryVersion, text, state } };
  }
  throw new Error('an entry has no body');
}

/** The contract's body for one that a clinician sent. */
export function entryBody({ kind, ...fields }: z.output<typeof NewEntryBody>): EntryBody {
  return { [kind === 'encounter-note' ? 'encounterNote' : kind]: fields };
}

type Measured = Omit<ObservationComponent__Output, 'value' | 'unit'>;

function measuredJson({ coding, name, plainName, referenceLow, referenceHigh }: Measured) {
  return {
    coding: codingJson(coding),
    name,
    plainName,
    ...(referenceLow !== undefined && { referenceLow }),
    ...(referenceHigh !== undefined && { referenceHigh }),
  };
}

function componentJson(component: ObservationComponent__Output) {
  const { value, unit } = component;
  return { ...measuredJson(component), value, unit };
}

function codingJson(coding: Coding__Output | null): z.input<typeof Coding> | null {
  return coding && { system: coding.system, code: coding.code, display: coding.display };
}
