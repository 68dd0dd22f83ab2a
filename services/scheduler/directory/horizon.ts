/** Slots exist for this many days from today. */
export const HORIZON_DAYS = 90;
