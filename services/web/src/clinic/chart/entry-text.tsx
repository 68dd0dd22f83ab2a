import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { measuredWords, unitWords } from '../../shared/record/units.ts';
import { deviceZone, partialStaffDate, staffTime } from '../../shared/time/format.ts';
import type { Entry } from '../api.ts';
import { EntryChecks } from './entry-checks.tsx';

/** What an entry says, most important first, and what was asked before it was written. */
export function EntryText({ entry, outweighed }: { entry: Entry; outweighed?: boolean }) {
  return (
    <>
      <Said entry={entry} {...(outweighed === undefined ? {} : { outweighed })} />
      <EntryChecks checks={entry.checks} />
    </>
  );
}

function Said({ entry, outweighed }: { entry: Entry; outweighed?: boolean }) {
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
            {[
              entry.body.clinicalStatus,
              entry.body.onsetDate && `since ${partialStaffDate(entry.body.onsetDate)}`,
              entry.body.resolvedDate && `until ${partialStaffDate(entry.body.resolvedDate)}`,
            ]
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
                entry.body.startedDate && `since ${partialStaffDate(entry.body.startedDate)}`,
                entry.body.stoppedDate && `until ${partialStaffDate(entry.body.stoppedDate)}`,
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
      const { name, observedAt, components = [] } = entry.body;
      return (
        <>
          <p className="entry-head numbers">
            <bdi>{name}</bdi> {measuredWords(entry.body)}
          </p>
          <p className="small muted">Taken {staffTime(observedAt, deviceZone())}</p>
          <Usual {...entry.body} />
          {components.map((one) => (
            <div key={one.name} className="numbers">
              <bdi>{one.name}</bdi> {one.value} {unitWords(one.unit)}
              <Usual {...one} />
            </div>
          ))}
        </>
      );
    }
  }
}

/** Whether a value is below, within or above the usual range. */
function Usual(props: {
  value?: number | undefined;
  referenceLow?: number | undefined;
  referenceHigh?: number | undefined;
}) {
  const { value, referenceLow: low, referenceHigh: high } = props;
  if (value === undefined || (low === undefined && high === undefined)) return null;
  const outside = (low !== undefined && value < low) || (high !== undefined && value > high);
  return (
    <p className="numbers">
      Usual: {low ?? 'up'} to {high ?? 'more'}
      {outside && (
        <strong className="outside">
          {' '}
          <WarningIcon size={20} aria-hidden /> Outside the usual
        </strong>
      )}
    </p>
  );
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
