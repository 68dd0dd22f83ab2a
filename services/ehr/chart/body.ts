import type { EntryBody, EntryBody__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryBody';
import { ServiceError } from '@healthbooker/runtime/errors';
import { z } from 'zod';
import { isWellFormedCode, ucumUnits } from './codings.ts';

/** The kinds of entry that clinicians write, as stored; the contract's body field of each. */
const writtenFields = {
  'encounter-note': 'encounterNote',
  condition: 'condition',
  allergy: 'allergy',
  medication: 'medication',
  observation: 'observation',
} as const;

/** Requests to correct an entry are written by RPCs of their own. */
const bodyFields = { ...writtenFields, 'correction-request': 'correctionRequest' } as const;

export type WrittenKind = keyof typeof writtenFields;
export type Kind = keyof typeof bodyFields;

const text = (max: number) =>
  z.string().trim().min(1, 'is required').max(max, `must be at most ${max} characters`);
const optionalText = (max: number) => z.string().trim().max(max, `must be at most ${max} characters`);
const optionalDate = z.union([z.literal(''), z.iso.date('must be a date such as 2026-05-02')]);
const coding = z
  .object({ system: z.string().max(200), code: z.string().max(20), display: optionalText(300) })
  .refine(({ system, code }) => isWellFormedCode(system, code), 'is not a code of that system')
  .nullable();

const bodies = {
  'encounter-note': z.object({
    text: text(20_000),
    plan: optionalText(5_000),
    appointmentId: z.union([z.literal(''), z.uuid('must be an appointment id')]),
  }),
  condition: z.object({
    coding,
    term: text(300),
    plainTerm: optionalText(300),
    clinicalStatus: z.enum(['active', 'inactive', 'resolved'], 'must be active, inactive or resolved'),
    onsetDate: optionalDate,
  }),
  allergy: z
    .object({
      noneKnown: z.boolean(),
      coding,
      substance: optionalText(300),
      reaction: optionalText(500),
      severity: z.enum(['', 'mild', 'moderate', 'severe'], 'must be mild, moderate or severe'),
      clinicalStatus: z.enum(['', 'active', 'inactive', 'refuted'], 'must be active, inactive or refuted'),
    })
    .refine(({ noneKnown, substance }) => noneKnown || substance !== '', {
      path: ['substance'],
      message: 'is required unless no allergies are known',
    })
    .refine(
      ({ noneKnown, coding, substance, reaction }) => !noneKnown || (!coding && !substance && !reaction),
      {
        path: ['noneKnown'],
        message: 'cannot be asserted together with a substance',
      },
    )
    .refine(({ noneKnown, clinicalStatus }) => noneKnown === (clinicalStatus === ''), {
      path: ['clinicalStatus'],
      message: 'is required for a substance, and only for one',
    }),
  medication: z.object({
    coding,
    name: text(300),
    dosage: text(500),
    status: z.enum(['active', 'completed', 'stopped'], 'must be active, completed or stopped'),
    startedDate: optionalDate,
  }),
  observation: z
    .object({
      coding,
      name: text(300),
      plainName: optionalText(300),
      value: z.number().refine(Number.isFinite, 'must be a number'),
      unit: z.enum(ucumUnits, 'must be one of the UCUM units in use'),
      referenceLow: z.number().optional(),
      referenceHigh: z.number().optional(),
      observedAt: z.iso.datetime('must be an instant such as 2026-05-02T09:30:00Z'),
    })
    .refine(
      ({ referenceLow: low, referenceHigh: high }) => low === undefined || high === undefined || low <= high,
      {
        path: ['referenceLow'],
        message: 'must not exceed the upper reference',
      },
    ),
} as const satisfies Record<WrittenKind, z.ZodType>;

/**
 * The kind and the checked body of an entry as a caller sent it.
 * @throws ServiceError invalid, its fields named from `body.` on
 */
export function checkBody(sent: EntryBody__Output | null): { kind: WrittenKind; body: object } {
  const kind = (Object.keys(writtenFields) as WrittenKind[]).find((key) => writtenFields[key] === sent?.body);
  if (!sent || !kind) throw new ServiceError('invalid', 'An entry needs a body of a known kind.');
  const checked = bodies[kind].safeParse(withoutVirtual(sent[writtenFields[kind]] ?? {}));
  if (checked.success) return { kind, body: checked.data };
  throw new ServiceError('invalid', 'The entry has errors.', {
    fields: checked.error.issues.map(({ path, message }) => ({
      field: ['body', ...path].join('.'),
      message,
    })),
  });
}

/** A stored body in the contract's shape. */
export function toEntryBody(kind: Kind, body: object): EntryBody {
  return { [bodyFields[kind]]: body };
}

/** proto-loader adds `_name: 'name'` beside each optional field that is present. */
function withoutVirtual(message: object): object {
  return Object.fromEntries(Object.entries(message).filter(([name]) => !name.startsWith('_')));
}
