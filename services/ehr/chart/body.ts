import type { EntryBody, EntryBody__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryBody';
import { ServiceError } from '@healthbooker/runtime/errors';
import { isVisible, showsNothing } from '@healthbooker/runtime/text';
import { z } from 'zod';
import { isWellFormedCode, ucumUnits } from './codings.ts';
import { isPartialDate } from './dates.ts';

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
  z
    .string()
    .trim()
    .min(1, 'is required')
    .max(max, `must be at most ${max} characters`)
    .refine(isVisible, showsNothing);
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `must be at most ${max} characters`)
    .refine((sent) => sent === '' || isVisible(sent), showsNothing);
const optionalDate = z
  .string()
  .trim()
  .refine((date) => date === '' || isPartialDate(date), 'must be a date such as 2026-05-02, 2026-05 or 2026');
/** A field that older callers do not know: kept only where it says something. */
const laterDate = optionalDate.optional().transform((date) => date || undefined);
const coding = z
  .object({ system: z.string().max(200), code: z.string().max(20), display: optionalText(300) })
  .refine(({ system, code }) => isWellFormedCode(system, code), 'is not a code of that system')
  .nullable();

const measured = {
  coding,
  name: text(300),
  plainName: optionalText(300),
  referenceLow: z.number().optional(),
  referenceHigh: z.number().optional(),
};
const number = z
  .number()
  .refine(Number.isFinite, 'must be a number')
  // Minus zero is zero.
  .transform((value) => value + 0);
const unit = z.enum(ucumUnits, 'must be one of the UCUM units in use');

type Bounded = { referenceLow?: number | undefined; referenceHigh?: number | undefined };
const inOrder = ({ referenceLow: low, referenceHigh: high }: Bounded) =>
  low === undefined || high === undefined || low <= high;
const outOfOrder = { path: ['referenceLow'], message: 'must not exceed the upper reference' };

const component = z.object({ ...measured, value: number, unit }).refine(inOrder, outOfOrder);
/** More was never measured at one go and shown as one thing. */
const most_components = 20;

const bodies = {
  'encounter-note': z.object({
    text: text(20_000),
    plan: optionalText(5_000),
    appointmentId: z.union([z.literal(''), z.uuid('must be an appointment id')]),
  }),
  condition: z
    .object({
      coding,
      term: text(300),
      plainTerm: optionalText(300),
      clinicalStatus: z.enum(['active', 'inactive', 'resolved'], 'must be active, inactive or resolved'),
      onsetDate: optionalDate,
      resolvedDate: laterDate,
    })
    .refine(({ clinicalStatus, resolvedDate }) => !resolvedDate || clinicalStatus === 'resolved', {
      path: ['resolvedDate'],
      message: 'is for resolved problems only',
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
  medication: z
    .object({
      coding,
      name: text(300),
      dosage: text(500),
      status: z.enum(['active', 'completed', 'stopped'], 'must be active, completed or stopped'),
      startedDate: optionalDate,
      stoppedDate: laterDate,
    })
    .refine(({ status, stoppedDate }) => !stoppedDate || status !== 'active', {
      path: ['stoppedDate'],
      message: 'is for completed and stopped medicines only',
    }),
  observation: z
    .object({
      ...measured,
      value: number,
      unit: z.union([z.literal(''), unit], 'must be one of the UCUM units in use'),
      observedAt: z.iso.datetime('must be an instant such as 2026-05-02T09:30:00Z'),
      components: z.array(component).max(most_components, `must be at most ${most_components}`).default([]),
    })
    .refine(inOrder, outOfOrder)
    .superRefine(({ components, value, unit: own, referenceLow, referenceHigh }, context) => {
      const fault = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (components.length === 0) {
        if (own === '') fault('unit', 'must be one of the UCUM units in use');
        return;
      }
      if (components.length === 1) fault('components', 'must be at least 2');
      const has = own !== '' || value !== 0 || referenceLow !== undefined || referenceHigh !== undefined;
      if (has) fault('value', 'belongs to the components of a panel');
      const names = components.map((one) => one.name.toLowerCase());
      if (new Set(names).size < names.length) fault('components', 'must have different names');
    })
    .transform(({ components, value, unit: own, ...rest }) =>
      components.length > 0 ? { ...rest, components } : { ...rest, value, unit: own },
    ),
} as const satisfies Record<WrittenKind, z.ZodType>;

/** A body with its kind, as it is stored. */
export type CheckedBody = {
  [K in WrittenKind]: { kind: K; body: z.output<(typeof bodies)[K]> };
}[WrittenKind];

/**
 * The kind and the checked body of an entry as a caller sent it.
 * @throws ServiceError invalid, its fields named from `body.` on
 */
export function checkBody(sent: EntryBody__Output | null): CheckedBody {
  const kind = (Object.keys(writtenFields) as WrittenKind[]).find((key) => writtenFields[key] === sent?.body);
  if (!sent || !kind) throw new ServiceError('invalid', 'An entry needs a body of a known kind.');
  const checked = bodies[kind].safeParse(withoutVirtual(sent[writtenFields[kind]] ?? {}));
  // Sound because `checked` came of this kind's schema.
  if (checked.success) return { kind, body: withoutAbsent(checked.data) } as CheckedBody;
  throw new ServiceError('invalid', 'The entry has errors.', {
    fields: checked.error.issues.map(({ path, message }) => ({
      field: fieldOf(path),
      message,
    })),
  });
}

/** `body.components[1].value`, as the edges name fields. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : `${name}.${String(part)}`),
    'body',
  );
}

/** A stored body in the contract's shape. */
export function toEntryBody(kind: Kind, body: object): EntryBody {
  return { [bodyFields[kind]]: body };
}

/** proto-loader adds `_name: 'name'` beside each optional field that is present. */
function withoutVirtual(message: object): object {
  return Object.fromEntries(
    Object.entries(message)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(withoutVirtual) : value]),
  );
}

/** What is stored has only fields that say something. */
function withoutAbsent(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
