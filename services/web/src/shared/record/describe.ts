import type { components } from '../api/patient.generated.d.ts';
import { partialDate } from '../time/format.ts';
import { measuredWords, unitWords } from './units.ts';

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
          body.onsetDate && `Since ${partialDate(body.onsetDate)}`,
          body.resolvedDate && `Until ${partialDate(body.resolvedDate)}`,
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
          body.startedDate && `Since ${partialDate(body.startedDate)}`,
          body.stoppedDate && `Until ${partialDate(body.stoppedDate)}`,
        ),
      };
    case 'observation':
      return {
        ...named(body.plainName, body.name),
        value: measuredWords(body),
        lines: body.components
          ? lines(...body.components.map(componentWords))
          : lines(range(body.value, body.referenceLow, body.referenceHigh)),
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

type Component = NonNullable<components['schemas']['Observation']['components']>[number];

function componentWords({ plainName, name, value, unit, referenceLow, referenceHigh }: Component): string {
  const place = range(value, referenceLow, referenceHigh);
  return `${plainName || name}: ${value} ${unitWords(unit)}`.trim() + (place ? `. ${place}` : '');
}

/** Where a value lies, in words: colour alone would say it to few. */
function range(
  value: number | undefined,
  low: number | undefined,
  high: number | undefined,
): string | undefined {
  if (value === undefined || (low === undefined && high === undefined)) return undefined;
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
