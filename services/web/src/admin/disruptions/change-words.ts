import { count } from '../../shared/staff/count.ts';
import type { Disruption } from '../api.ts';

/** What the hospital did, for staff. */
export const kindWords: Record<Disruption['kind'], string> = {
  leave: 'Leave',
  closure: 'Closure',
  'session-ended': 'Session ended',
  'session-changed': 'Session changed',
  rules: 'Rules changed',
};

/** Whose or which place it is. */
export function partyOf({ kind, providerName, locationName }: Disruption): string {
  const parties = [providerName, locationName].filter(Boolean);
  if (parties.length > 0) return parties.join(', ');
  return kind === 'closure' ? 'The whole hospital' : 'Several clinicians';
}

/** How many visits it hit. */
export function hitCount({ visits }: Pick<Disruption, 'visits'>): number {
  return Object.values(visits).reduce((sum, one) => sum + one, 0);
}

/** Whether somebody has to act or to answer, as far as the counts say. */
export function isOpen({ visits }: Pick<Disruption, 'visits'>): boolean {
  return visits.unplaced + visits.refused + visits.awaitingAnswer > 0;
}

/** `3 without a time, 12 wait for an answer`. */
export function visitWords({ visits }: Pick<Disruption, 'visits'>): string {
  const { awaitingAnswer, kept, refused, unplaced, settled } = visits;
  const words = [
    unplaced > 0 ? `${unplaced} without a time` : '',
    refused > 0 ? `${refused} refused` : '',
    awaitingAnswer > 0 ? count(awaitingAnswer, 'waits for an answer', 'wait for an answer') : '',
    kept > 0 ? `${kept} kept` : '',
    settled > 0 ? `${settled} taken care of` : '',
  ].filter(Boolean);
  return words.join(', ') || 'No visits were affected';
}
