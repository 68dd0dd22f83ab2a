/** Clinical urgency of a need that may be booked online. */
export type Urgency = 'routine' | 'soon' | 'urgent';

/** Days within which a patient should be seen. */
export const TARGET_DAYS: Readonly<Record<Urgency, number>> = { urgent: 2, soon: 14, routine: 42 };

const RANK: Readonly<Record<Urgency, number>> = { routine: 0, soon: 1, urgent: 2 };

/** Whether a need of this urgency may use a slot kept for `reservedFor`. */
export function maySee(urgency: Urgency, reservedFor: Urgency | null): boolean {
  return reservedFor === null || RANK[urgency] >= RANK[reservedFor];
}

const BY_NAME: Readonly<Record<string, Urgency>> = {
  URGENCY_ROUTINE: 'routine',
  URGENCY_SOON: 'soon',
  URGENCY_URGENT: 'urgent',
};

/** The urgency for a name of the contract; undefined for one that cannot be booked online. */
export function urgencyFrom(name: string): Urgency | undefined {
  return BY_NAME[name];
}

/** The contract's name of an urgency. */
export const urgencyNames = {
  routine: 'URGENCY_ROUTINE',
  soon: 'URGENCY_SOON',
  urgent: 'URGENCY_URGENT',
  emergency: 'URGENCY_EMERGENCY',
} as const satisfies Record<Urgency | 'emergency', string>;
