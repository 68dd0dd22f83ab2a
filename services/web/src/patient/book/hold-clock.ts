/** The last this many milliseconds of a hold are announced, with the offer of more time. */
export const warning_ms = 2 * 60_000;

export type HoldState = 'kept' | 'ending' | 'expired';

/** How a hold stands at an instant (epoch milliseconds). */
export function holdState(expiresAt: string, now_ms: number): HoldState {
  const left_ms = Date.parse(expiresAt) - now_ms;
  if (left_ms <= 0) return 'expired';
  return left_ms <= warning_ms ? 'ending' : 'kept';
}

/** Milliseconds until the state changes next; undefined when it will not. */
export function untilNextState(expiresAt: string, now_ms: number): number | undefined {
  const left_ms = Date.parse(expiresAt) - now_ms;
  if (left_ms <= 0) return undefined;
  return left_ms > warning_ms ? left_ms - warning_ms : left_ms;
}
