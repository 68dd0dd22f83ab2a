const hour_ms = 3_600_000;

/**
 * The text about cancelling, for portals and mails alike.
 * @param hours the policy's `late_cancellation_hours`; 0: no cancellation is late
 */
export function cancellingWords(hours: number): string {
  if (hours === 0) return 'You can cancel until the visit begins.';
  const notice = hours === 1 ? 'an hour' : `${hours} hours`;
  return `You can cancel until the visit begins. Less than ${notice} before it is a late cancellation: then the clinic may not be able to give the time to somebody else.`;
}

/**
 * Whether a cancellation at `cancelledAt` is a late one. Instants are RFC 3339; what has begun counts as late.
 * @param hours the policy's `late_cancellation_hours`
 */
export function isLateToCancel(cancelledAt: string, startAt: string, hours: number): boolean {
  return Date.parse(startAt) - Date.parse(cancelledAt) < hours * hour_ms;
}
