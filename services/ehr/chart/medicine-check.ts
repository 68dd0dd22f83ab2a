import type { Confirmation__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Confirmation';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import {
  type Checked,
  type Current,
  checkMedicine,
  type Finding,
  warnings,
  warningsKey,
} from '../medicines/check.ts';
import type { Coded } from '../medicines/recognise.ts';
import type { Kind } from './body.ts';

const selectCurrent = loadSql(import.meta.url, '../sql/select-current-medicines.sql');

/** What an author has read and writes all the same. */
export type Confirmed = { overrideReason: string; warningsKey: string; isUnlikelyConfirmed: boolean };

/** What was asked before a version was written, as it is kept with it. */
export type Checks = Checked & { overrideReason: string; confirmedUnlikely: string[] };

type CurrentRow = { entry_id: string; version: number; kind: 'allergy' | 'medication'; body: MedicineBody };
type MedicineBody = {
  coding?: Coded;
  name?: string;
  substance?: string;
  severity?: string;
  reaction?: string;
  status?: string;
  clinicalStatus?: string;
};

const max_reason = 500;
/** A refusal travels in the trailers of a call, which have room for a few of its findings; the chart has them all. */
const most_told = 10;
const longest_told = 120;

/** @throws ServiceError invalid */
export function checkConfirmation(sent: Confirmation__Output | null): Confirmed {
  const overrideReason = sent?.overrideReason.trim() ?? '';
  if (overrideReason.length > max_reason) {
    const message = `must have at most ${max_reason} characters`;
    throw new ServiceError('invalid', 'The request has errors.', {
      fields: [{ field: 'confirmation.overrideReason', message }],
    });
  }
  return {
    overrideReason,
    warningsKey: sent?.warningsKey ?? '',
    isUnlikelyConfirmed: sent?.confirmUnlikely ?? false,
  };
}

/**
 * Checks a current medicine or an active allergy beside all others of its chart, whose lock the caller holds: nobody
 * writes another one meanwhile.
 * @returns what was found, or the refusal when there are warnings for which no reason was given
 */
export async function checkAgainstChart(
  client: Transaction,
  { patientId, entryId, kind, body }: { patientId: string; entryId: string; kind: Kind; body: object },
  confirmed: Confirmed,
): Promise<{ checked: Checked | undefined; overrideReason: string } | { refusal: ServiceError }> {
  const added = asMedicine(kind, body);
  if (!added) return { checked: undefined, overrideReason: '' };
  const rows = await query<CurrentRow>(client, selectCurrent, [patientId, entryId]);
  const current = rows.flatMap((row): Current[] => {
    const medicine = asMedicine(row.kind, row.body);
    return medicine ? [{ ...medicine, entryId: row.entry_id, version: row.version }] : [];
  });
  const checked = checkMedicine(added, current);
  const found = warnings(checked);
  if (found.length === 0) return { checked, overrideReason: '' };
  const key = warningsKey(found);
  if (confirmed.overrideReason !== '' && confirmed.warningsKey === key) {
    return { checked, overrideReason: confirmed.overrideReason };
  }
  return { refusal: refusalOf(found, key) };
}

/** The substance of an entry that counts now; not of what was stopped, refuted or never there. */
function asMedicine(kind: Kind, body: MedicineBody): Omit<Current, 'entryId' | 'version'> | undefined {
  const coding = body.coding ?? null;
  if (kind === 'medication' && body.status === 'active') {
    return { kind, name: body.name ?? '', coding, severity: '', reaction: '' };
  }
  if (kind === 'allergy' && body.clinicalStatus === 'active') {
    const { substance: name = '', severity = '', reaction = '' } = body;
    return { kind, name, coding, severity, reaction };
  }
  return undefined;
}

/** Its details are for the author alone: its text, which may be logged, names nothing of the chart. */
function refusalOf(found: readonly Finding[], key: string): ServiceError {
  const findings = found.slice(0, most_told).map((one) => ({
    ...one,
    recorded: one.recorded.slice(0, longest_told),
    reaction: one.reaction.slice(0, longest_told),
  }));
  const message = 'The chart speaks against this. Read the warnings, then say why you write it all the same.';
  return new ServiceError('safety-warning', message, {
    details: { warnings: JSON.stringify({ key, findings, more: found.length - findings.length }) },
  });
}
