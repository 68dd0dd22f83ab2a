import { z } from 'zod';
import type { Coding__Output } from '../gen/healthbooker/ehr/v1/Coding.ts';
import type { Entry__Output } from '../gen/healthbooker/ehr/v1/Entry.ts';
import type { EntryBody } from '../gen/healthbooker/ehr/v1/EntryBody.ts';
import { bodyForms, type Coding, CorrectionRequest, correctionStates } from './entry-body.ts';
import { Instant } from './slot.ts';
import { words } from './words.ts';

export const releases = words({
  RELEASE_NOW: 'now',
  RELEASE_AFTER_REVIEW: 'after-review',
  RELEASE_NEVER: 'never',
});

export const entryKinds = words({
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
export const NewEntryBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('encounter-note'), ...bodyForms['encounter-note'].shape }),
    z.strictObject({ kind: z.literal('condition'), ...bodyForms.condition.shape }),
    z.strictObject({ kind: z.literal('allergy'), ...bodyForms.allergy.shape }),
    z.strictObject({ kind: z.literal('medication'), ...bodyForms.medication.shape }),
    z.strictObject({ kind: z.literal('observation'), ...bodyForms.observation.shape }),
  ])
  .meta({ id: 'NewEntryBody' });

export type EntryJson = z.input<typeof Entry>;

/** An entry with the name of its author. */
export function entryJson(entry: Entry__Output, authorName: string): EntryJson {
  const { entryId: id, version, authorId, recordedAt, amendReason } = entry;
  const release = releases.toWord(entry.release);
  const shared = { id, version, release, authorId, authorName, recordedAt, amendReason };
  const { encounterNote, condition, allergy, medication, observation, correctionRequest } = entry.body ?? {};
  if (encounterNote) {
    const { text, plan, appointmentId } = encounterNote;
    return { ...shared, kind: 'encounter-note', body: { text, plan, appointmentId } };
  }
  if (condition) {
    const { term, plainTerm, clinicalStatus, onsetDate } = condition;
    const coding = codingJson(condition.coding);
    return { ...shared, kind: 'condition', body: { coding, term, plainTerm, clinicalStatus, onsetDate } };
  }
  if (allergy) {
    const { noneKnown, substance, reaction, severity, clinicalStatus } = allergy;
    const coding = codingJson(allergy.coding);
    const body = { noneKnown, coding, substance, reaction, severity, clinicalStatus };
    return { ...shared, kind: 'allergy', body };
  }
  if (medication) {
    const { name, dosage, status, startedDate } = medication;
    const coding = codingJson(medication.coding);
    return { ...shared, kind: 'medication', body: { coding, name, dosage, status, startedDate } };
  }
  if (observation) {
    const { name, plainName, value, unit, observedAt, referenceLow, referenceHigh } = observation;
    return {
      ...shared,
      kind: 'observation',
      body: {
        ...{ coding: codingJson(observation.coding), name, plainName, value, unit, observedAt },
        ...(referenceLow !== undefined && { referenceLow }),
        ...(referenceHigh !== undefined && { referenceHigh }),
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

function codingJson(coding: Coding__Output | null): z.input<typeof Coding> | null {
  return coding && { system: coding.system, code: coding.code, display: coding.display };
}
