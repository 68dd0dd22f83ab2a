import { ServiceError } from '@healthbooker/runtime/errors';
import { query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { Reader } from '../chart/record-access.ts';

/** Drafts of an entry that was signed: drafts of the same form, or saved under the key of the entry. */
const deleteSigned = statement(
  'delete-signed-draft',
  `delete from draft where author_id = $1 and patient_id = $2 and (form = $3 or operation_key = $4)`,
);
const max_fields = 60;
/** The length of all fields together, in code points: enough for the longest note with its plan. */
const max_characters = 40_000;

export type DraftField = { name: string; value: string };

/** A row of `draft`, as the statements in sql/ select it. */
export type DraftRow = { version: number; fields: DraftField[]; operation_key: string; saved_at: Date };

/**
 * The form that is being filled in: `encounter-note` or another kind for a new entry, `amend-<entry id>` and
 * `answer-<entry id>` for what is written about an existing entry.
 * @throws ServiceError invalid
 */
export function checkForm(sent: string): string {
  if (/^((amend|answer)-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[a-z][a-z-]{0,39})$/.test(sent)) return sent;
  throw invalid('form', 'must be a kind of entry, or amend- or answer- with the id of one');
}

/** @throws ServiceError invalid */
export function checkFields(sent: readonly DraftField[]): DraftField[] {
  if (sent.length > max_fields) throw invalid('fields', `must be at most ${max_fields}`);
  const fields = sent.map(({ name, value }, index) => {
    if (/^[A-Za-z0-9][A-Za-z0-9.[\]-]{0,39}$/.test(name)) return { name, value };
    throw invalid(`fields[${index}].name`, 'must be a name of 1 to 40 letters, digits, dots and hyphens');
  });
  if (new Set(fields.map(({ name }) => name)).size < fields.length) {
    throw invalid('fields', 'must have each name once');
  }
  const characters = fields.reduce((sum, { value }) => sum + [...value].length, 0);
  if (characters > max_characters) throw invalid('fields', `must have at most ${max_characters} characters`);
  return fields;
}

/** Removes the draft of an entry, in the transaction that signs the entry. */
export async function endDraft(
  client: Transaction,
  { patientId, readerId }: Pick<Reader, 'patientId' | 'readerId'>,
  form: string,
  operationKey: string,
): Promise<void> {
  await query(client, deleteSigned, [readerId, patientId, form, operationKey]);
}

function invalid(field: string, message: string): ServiceError {
  return new ServiceError('invalid', 'The draft has errors.', { fields: [{ field, message }] });
}
