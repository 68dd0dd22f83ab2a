/** How much is asked of both sides. */
export type Amount = { rounds: number; calls: number; bookings: number; events: number };

/** Calls of each kind before the first that counts. */
export const warm_up = 20;

const full: Amount = { rounds: 5, calls: 1000, bookings: 2000, events: 5000 };
const small: Amount = { rounds: 3, calls: 300, bookings: 240, events: 2000 };
const quick: Amount = { rounds: 2, calls: 40, bookings: 60, events: 500 };

/** A small hospital has not patients enough to ask more of it. */
export function amountFor(scale: number, isQuick: boolean): Amount {
  if (isQuick) return quick;
  return scale >= 0.5 ? full : small;
}
