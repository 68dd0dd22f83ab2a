import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { CircleIcon } from '@phosphor-icons/react/dist/csr/Circle';
import { ProhibitIcon } from '@phosphor-icons/react/dist/csr/Prohibit';
import { Tag } from '../../shared/controls/tag.tsx';
import { count } from '../../shared/staff/count.ts';
import { staffTime } from '../../shared/time/format.ts';
import type { Decision, DecisionCandidate } from '../api.ts';

const looks = {
  chosen: { word: 'Chosen', tone: 'ok', icon: CheckCircleIcon },
  fitted: { word: 'Would do', tone: 'info', icon: CircleIcon },
  rejected: { word: 'Not possible', tone: 'quiet', icon: ProhibitIcon },
} as const;

/** The times (or waiting patients) that were looked at, best first, and how each fared. */
export function Candidates({ decision }: { decision: Decision }) {
  const { candidates, seen, fitting, rejected } = decision;
  if (candidates.length === 0) {
    return <p className="sheet">Nothing had to be chosen: this followed from what somebody did.</p>;
  }
  return (
    <div className="stack">
      <p>
        {count(seen, 'possibility was', 'possibilities were')} looked at, {fitting} of them would do.
      </p>
      <CandidateTable candidates={candidates} label="What was looked at, best first" />
      {rejected.length > 0 && (
        <div className="stack">
          <h3>Why others were not possible</h3>
          <ul className="bullets">
            {rejected.map(({ reason, explanation, count: number }) => (
              <li key={reason}>
                {number} × <bdi>{explanation}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

export function CandidateTable(props: { candidates: readonly DecisionCandidate[]; label: string }) {
  return (
    <div className="sheet table-sheet">
      <table className="table">
        <caption className="visually-hidden">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">Rank</th>
            <th scope="col">Time</th>
            <th scope="col">Clinician</th>
            <th scope="col">Their week</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {props.candidates.map((candidate) => (
            <CandidateRow
              key={`${candidate.slot?.id ?? candidate.entryId} ${candidate.rank} ${candidate.reason}`}
              candidate={candidate}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CandidateRow({ candidate }: { candidate: DecisionCandidate }) {
  const { state, rank, slot, explanation, providerLoad } = candidate;
  const { word, tone, icon } = looks[state];
  return (
    <tr>
      <td data-label="Rank" className="rank">
        {rank === 0 ? '–' : rank}
      </td>
      <th scope="row" data-label="Time">
        {slot ? staffTime(slot.startAt, slot.timeZone) : 'A waiting patient'}
      </th>
      <td data-label="Clinician">
        <bdi>{slot?.providerName || 'Does not matter'}</bdi>
      </td>
      <td data-label="Their week">{slot ? count(providerLoad, 'visit', 'visits') : 'Does not matter'}</td>
      <td data-label="Result">
        <span>
          <Tag tone={tone} icon={icon}>
            {word}
          </Tag>
          {explanation && (
            <span className="line">
              <bdi>{explanation}</bdi>
            </span>
          )}
        </span>
      </td>
    </tr>
  );
}
