import type { Proposal, RankSeen } from '../engine/proposal.ts';
import { toCurrent } from '../engine/stored.ts';
import { dayInWords } from '../engine/why.ts';
import { type DecisionRow, proposalOf, slotIdOf } from './decision-row.ts';
import { counted } from './reason-words.ts';

/** What was decided and why, in one sentence for admins. */
export function sentenceFor(row: DecisionRow): string {
  const { seen } = row.inputs;
  const proposal = proposalOf(row);
  const by = BY[row.inputs.askedBy ?? 'patient'];
  switch (seen.rule) {
    case 'choose':
      return `Chosen by the engine: ${choice(seen.proposal)}`;
    case 'take':
      return picked(row, proposal && toCurrent(proposal));
    case 'rank':
      return ranked(seen);
    case 'release':
      return `Cancelled by ${seen.by === 'patient' ? 'the patient' : 'staff'}; the visit was ${word(seen.status)}.`;
    case 'status':
      return `Went from ${word(seen.from)} to ${word(seen.to)}; ${seen.by === 'patient' ? 'the patient' : 'staff'} said so.`;
    case 'note':
      return `${NOTES[row.outcome.change] ?? capital(word(row.outcome.change))}: said by ${by}; no rule decides this.`;
    default:
      return proposal === null
        ? `${capital(word(row.outcome.change))} by ${by}, before what was seen was kept.`
        : `The time proposed: ${choice(toCurrent(proposal))}`;
  }
}

const NOTES: Readonly<Record<string, string>> = {
  unplaced: 'The time cannot be kept and no new one was found',
  restored: 'The time holds after all',
};

const BY = { patient: 'the patient', staff: 'staff', service: 'the system' } as const;

function choice(proposal: Proposal): string {
  const { seen, request, rows, chosen, facts, nowMs } = proposal;
  const target = `the target of ${dayInWords(request.targetDate, nowMs)}`;
  if (chosen === null) return `none of ${counted(seen.total, 'time')} looked at fitted ${target}.`;
  const row = rows.find(({ slotId }) => slotId === chosen);
  const isLate = (row?.localStart.slice(0, 10) ?? '') > request.targetDate;
  const which = facts.isEarliest ? 'the earliest' : 'the best';
  return `${which} of ${counted(seen.fitting, 'time')} that fitted, among ${seen.total} looked at; ${isLate ? 'after' : 'within'} ${target}.`;
}

function picked(row: DecisionRow, proposal: Proposal | null): string {
  const { seen, askedBy } = row.inputs;
  if (seen.rule !== 'take') throw new Error('only a slot that was taken was picked');
  const who = askedBy === 'staff' ? 'staff' : askedBy === 'service' ? 'the system' : 'the patient';
  const { state, isStaff } = seen.take;
  const was = state === 'held' ? 'held for this patient' : 'free';
  const rules = isStaff ? 'staff may book up to the start' : 'notice, horizon and carve-outs allowed it';
  if (proposal === null) return `Picked by ${who}; it was ${was}, and ${rules}.`;
  return proposal.chosen === slotIdOf(row)
    ? `The time proposed: ${choice(proposal)}`
    : `Picked by ${who} instead of the time proposed; it was ${was}, and ${rules}.`;
}

function ranked({ seen, entries }: RankSeen): string {
  const ahead = entries.filter(({ rejection }) => rejection !== null).length;
  const rest =
    ahead === 0
      ? 'nobody else who waits was looked at before'
      : `${counted(ahead, 'other entry', 'other entries')} could not be given it`;
  return `Given to the waiting entry that came first among those whom it fits; ${rest} (${seen.total} looked at).`;
}

function word(kind: string): string {
  return kind === 'noshow' ? 'no-show' : kind;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
