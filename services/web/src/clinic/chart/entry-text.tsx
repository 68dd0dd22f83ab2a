import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { unitWords } from '../../shared/record/units.ts';
import { staffDate } from '../../shared/time/format.ts';
import type { Entry } from '../api.ts';

/** What an entry says, most important first. */
export function EntryText({ entry, outweighed }: { entry: Entry; outweighed?: boolean }) {
  switch (entry.kind) {
    case 'encounter-note':
      return (
        <>
          <p className="prose">
            <bdi>{entry.body.text}</bdi>
          </p>
          {entry.body.plan && (
            <p className="prose">
              <strong>Next:</strong> <bdi>{entry.body.plan}</bdi>
            </p>
          )}
        </>
      );
    case 'allergy':
      if (entry.body.noneKnown) {
        return (
          <p className="entry-head">{outweighed ? 'No allergies were known then' : 'No known allergies'}</p>
        );
      }
      return (
        <>
          <p className="entry-head">
            <bdi>{entry.body.substance}</bdi>
          </p>
          <p>
            <bdi>
              {[entry.body.reaction, entry.body.severity, entry.body.clinicalStatus]
                .filter(Boolean)
                .join(' · ')}
            </bdi>
          </p>
        </>
      );
    case 'condition':
      return (
        <>
          <p className="entry-head">
            <bdi>{entry.body.term}</bdi>
          </p>
          <p>
            {[entry.body.clinicalStatus, entry.body.onsetDate && `since ${staffDate(entry.body.onsetDate)}`]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      );
    case 'medication':
      return (
        <>
          <p className="entry-head">
            <bdi>{entry.body.name}</bdi>
          </p>
          <p>
            <bdi>
              {[
                entry.body.dosage,
                entry.body.status,
                entry.body.startedDate && `since ${staffDate(entry.body.startedDate)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </bdi>
          </p>
        </>
      );
    case 'correction-request':
      return (
        <p className="prose">
          “<bdi>{entry.body.text}</bdi>”
        </p>
      );
    case 'observation': {
      const { value, referenceLow: low, referenceHigh: high } = entry.body;
      const outside = (low !== undefined && value < low) || (high !== undefined && value > high);
      return (
        <>
          <p className="entry-head numbers">
            <bdi>{entry.body.name}</bdi> {value} {unitWords(entry.body.unit)}
          </p>
          {(low !== undefined || high !== undefined) && (
            <p className="numbers">
              Usual: {low ?? 'up'} to {high ?? 'more'}
              {outside && (
                <strong className="outside">
                  {' '}
                  <WarningIcon size={20} aria-hidden /> Outside the usual
                </strong>
              )}
            </p>
          )}
        </>
      );
    }
  }
}

/** The one line that names an entry, for headings and buttons. */
export function entryName(entry: Entry): string {
  switch (entry.kind) {
    case 'encounter-note':
      return 'note';
    case 'allergy':
      return entry.body.noneKnown ? 'no known allergies' : entry.body.substance;
    case 'condition':
      return entry.body.term;
    case 'correction-request':
      return 'request for a correction';
    default:
      return entry.body.name;
  }
}
