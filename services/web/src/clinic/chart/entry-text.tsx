import { staffDate } from '../../shared/time/format.ts';
import type { Entry } from '../api.ts';
import { unitWords } from './entry-form.ts';

/** What an entry says, most important first. */
export function EntryText({ entry: { body } }: { entry: Entry }) {
  switch (body.kind) {
    case 'encounter-note':
      return (
        <>
          <p className="prose">{body.text}</p>
          {body.plan && (
            <p className="prose">
              <strong>Next:</strong> {body.plan}
            </p>
          )}
        </>
      );
    case 'allergy':
      if (body.noneKnown) return <p className="entry-head">No known allergies</p>;
      return (
        <>
          <p className="entry-head">{body.substance}</p>
          <p>{[body.reaction, body.severity, body.clinicalStatus].filter(Boolean).join(' · ')}</p>
        </>
      );
    case 'condition':
      return (
        <>
          <p className="entry-head">{body.term}</p>
          <p>
            {[body.clinicalStatus, body.onsetDate && `since ${staffDate(body.onsetDate)}`]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      );
    case 'medication':
      return (
        <>
          <p className="entry-head">{body.name}</p>
          <p>
            {[body.dosage, body.status, body.startedDate && `since ${staffDate(body.startedDate)}`]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      );
    case 'observation': {
      const { value, referenceLow: low, referenceHigh: high } = body;
      const outside = (low !== undefined && value < low) || (high !== undefined && value > high);
      return (
        <>
          <p className="entry-head numbers">
            {body.name} {value} {unitWords(body.unit)}
          </p>
          {(low !== undefined || high !== undefined) && (
            <p className="numbers">
              Usual: {low ?? 'up'} to {high ?? 'more'}
              {outside && <strong className="outside"> ▲ Outside the usual</strong>}
            </p>
          )}
        </>
      );
    }
  }
}

/** The one line that names an entry, for headings and buttons. */
export function entryName({ body }: Entry): string {
  switch (body.kind) {
    case 'encounter-note':
      return 'note';
    case 'allergy':
      return body.noneKnown ? 'no known allergies' : (body.substance ?? 'allergy');
    case 'condition':
      return body.term;
    default:
      return body.name;
  }
}
