import type { Entry } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Entry';
import type { EntryKind } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryKind';
import type { Release as ReleaseEnum } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Release';
import { ServiceError } from '@healthbooker/runtime/errors';
import { type Kind, toEntryBody, type WrittenKind } from './body.ts';
import type { Checks } from './medicine-check.ts';

/** A row of `entry`, as statements select it. */
export type EntryRow = {
  entry_id: string;
  version: number;
  patient_id: string;
  kind: Kind;
  body: object;
  release: Release;
  author_id: string;
  /** As they were called then; empty where that was not kept. */
  author_name: string;
  recorded_at: Date;
  amend_reason: string | null;
  /** What was asked before it was written; null when nothing was. */
  checks: Checks | null;
};

/** The columns of an {@link EntryRow} from `entry`. */
export const entryColumns = `entry.entry_id, entry.version, entry.patient_id, entry.kind, entry.body, entry.release, entry.author_id,
  entry.author_name, entry.recorded_at, entry.amend_reason, entry.checks`;

export type Release = 'now' | 'after-review' | 'never';

const kindNames = {
  'encounter-note': 'ENTRY_KIND_ENCOUNTER_NOTE',
  condition: 'ENTRY_KIND_CONDITION',
  allergy: 'ENTRY_KIND_ALLERGY',
  medication: 'ENTRY_KIND_MEDICATION',
  observation: 'ENTRY_KIND_OBSERVATION',
  'correction-request': 'ENTRY_KIND_CORRECTION_REQUEST',
} as const satisfies Record<Kind, EntryKind>;

export const allKinds = Object.keys(kindNames) as Kind[];

const releaseNames = {
  now: 'RELEASE_NOW',
  'after-review': 'RELEASE_AFTER_REVIEW',
  never: 'RELEASE_NEVER',
} as const satisfies Record<Release, ReleaseEnum>;

export function kindName(kind: Kind): EntryKind {
  return kindNames[kind];
}

/** The stored kinds that are asked for: all of them when none is named. */
export function kindsAsked(sent: EntryKind): readonly Kind[] {
  const kind = allKinds.find((each) => kindNames[each] === sent);
  return kind === undefined ? allKinds : [kind];
}

/** When the patient sees an entry whose author chose nothing: results and bad news after a clinician has talked to them. */
const usualReleases = {
  'encounter-note': 'now',
  condition: 'after-review',
  allergy: 'now',
  medication: 'now',
  observation: 'after-review',
} as const satisfies Record<WrittenKind, Release>;

export type Audience = 'patient' | 'provider';

export function usualRelease(kind: WrittenKind): Release {
  return usualReleases[kind];
}

/** A row in the contract's shape. A patient does not get what the checks found: entries that they may not see stand there. */
export function toEntry(row: EntryRow, audience: Audience = 'provider'): Entry {
  const { checks } = row;
  return {
    entryId: row.entry_id,
    patientId: row.patient_id,
    kind: kindNames[row.kind],
    version: row.version,
    body: toEntryBody(row.kind, row.body),
    release: releaseNames[row.release],
    authorId: row.author_id,
    authorName: row.author_name,
    recordedAt: row.recorded_at.toISOString(),
    amendReason: row.amend_reason ?? '',
    ...(checks && {
      checks: audience === 'patient' ? { ...checks, findings: [], notCheckedAgainst: [] } : checks,
    }),
  };
}

/**
 * What the caller chose, if anything.
 * @throws ServiceError invalid
 */
export function checkRelease(sent: ReleaseEnum): Release | undefined {
  if (sent === 'RELEASE_UNSPECIFIED') return undefined;
  const release = (Object.keys(releaseNames) as Release[]).find((key) => releaseNames[key] === sent);
  if (release) return release;
  throw new ServiceError('invalid', 'The entry has errors.', {
    fields: [{ field: 'release', message: 'must be now, after-review or never' }],
  });
}
