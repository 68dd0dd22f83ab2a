import type { components } from '../api/patient.generated.d.ts';
import { shortDate } from '../time/format.ts';
import { unitWords } from './units.ts';

/** The kind of an entry with the fields that belong to it. */
export type KindAndBody =
  | { kind: 'encounter-note'; body: components['schemas']['EncounterNote'] }
  | { kind: 'condition'; body: components['schemas']['Condition'] }
  | { kind: 'allergy'; body: components['schemas']['Allergy'] }
  | { kind: 'medication'; body: components['schemas']['Medication'] }
  | { kind: 'observation'; body: components['schemas']['Observation'] }
  | { kind: 'correction-request'; body: components['schemas']['CorrectionRequest'] };

/** An entry in words: a plain title, the clinical term where it differs, a value and further lines. */
export type Description = { title: string; term?: string; value?: string; lines: string[]; text?: string };

const statusWords: Readonly<Record<string, string>> = {
  inactive: 'Not active now',
  resolved: 'Resolved',
  refuted: 'Found not to be an allergy',
  completed: 'Course finished',
  stopped: 'Stopped',
};

/** What became of a request to correct an entry, as patients and clinicians read it. */
export const correctionWords = {
  open: 'Not answered yet',
  corrected: 'Corrected',
  declined: 'It stays as it is',
} as const;

export function describe({ kind, body }: KindAndBody): Description {
  switch (kind) {
    case 'encounter-note':
      return { title: 'Note', text: body.text, lines: body.plan ? [`Plan: ${body.plan}`] : [] };
    case 'condition':
      return {
        ...named(body.plainTerm, body.term),
        lines: lines(
          statusWords[body.clinicalStatus],
          body.onsetDate && `Since ${shortDate(body.onsetDate)}`,
        ),
      };
    case 'allergy':
      return body.noneKnown
        ? { title: 'No known allergies', lines: [] }
        : {
            ...named('', body.substance),
            lines: lines(
              body.reaction && `Reaction: ${body.reaction}`,
              body.severity && `Severity: ${body.severity}`,
              statusWords[body.clinicalStatus],
            ),
          };
    case 'medication':
      return {
        ...named('', body.name),
        lines: lines(
          body.dosage,
          statusWords[body.status],
          body.startedDate && `Since ${shortDate(body.startedDate)}`,
        ),
      };
    case 'observation':
      return {
        ...named(body.plainName, body.name),
        value: `${body.value} ${unitWords(body.unit)}`.trim(),
        lines: lines(range(body.value, body.referenceLow, body.referenceHigh)),
      };
    case 'correction-request':
      return { title: correctionWords[body.state], text: body.text, lines: [] };
  }
}

/** Codes are for machines: people get the words they stand for. */
function named(plain: string, term: string) {
  return { title: plain || term, ...(plain && plain !== term ? { term } : {}) };
}

function lines(...words: (string | undefined)[]): string[] {
  return words.filter((word): word is string => word !== undefined && word !== '');
}

/** Where a value lies, in words: colour alone would say it to few. */
function range(value: number, low: number | undefined, high: number | undefined): string | undefined {
  if (low === undefined && high === undefined) return undefined;
  const bounds =
    low !== undefined && high !== undefined
      ? `${low} to ${high}`
      : low !== undefined
        ? `${low} or more`
        : `up to ${high}`;
  const place =
    low !== undefined && value < low
      ? 'Below the usual range'
      : high !== undefined && value > high
        ? 'Above the usual range'
        : 'In the usual range';
  return `${place} (${bounds})`;
}
