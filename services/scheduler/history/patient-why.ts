import { toCurrent } from '../engine/stored.ts';
import { byWhen, why } from '../engine/why.ts';
import { type DecisionRow, proposalOf, slotIdOf } from './decision-row.ts';

/** Why the visit is when it is, in the patient's words: nothing about anybody else. */
export function patientWhy(row: DecisionRow): string {
  const { seen, askedBy } = row.inputs;
  const stored = proposalOf(row);
  const proposal = stored && toCurrent(stored);
  if (seen.rule === 'rank') {
    const target = proposal === null ? '' : ` ${byWhen(proposal)}.`;
    return `This time became free and fits what you asked for.${target}`;
  }
  if (proposal !== null && (seen.rule === 'choose' || proposal.chosen === slotIdOf(row)))
    return why(proposal);
  if (seen.rule === 'take') {
    if (askedBy === 'staff') return 'The clinic chose this time for you.';
    if (askedBy === 'service') return 'The hospital had to change the time; this is the nearest that fits.';
    const target = proposal === null ? '' : ` ${byWhen(proposal)}.`;
    return `You chose this time yourself.${target}`;
  }
  if (row.outcome.change === 'unplaced')
    return 'The clinic cannot keep this time and has found no other one yet.';
  if (row.outcome.change === 'restored') return 'The clinic can keep this time after all.';
  return 'This change followed from what you or the clinic asked for.';
}
