export type VerifiedService = 'scheduler' | 'ehr' | 'notification';

/** Where the stores of one system are. A service that is left out is not looked at. */
export type VerifiedStores = {
  /** URL of each service's database, by service. */
  databases: Readonly<Partial<Record<VerifiedService, string>>>;
  dynamodb?: { endpoint: string; table: string } | undefined;
};

/** One thing that is not as it must be: what is broken, and the id it is broken for. */
export type Finding = { broken: string; id: string };

/** An answer that a client was given: this version of this appointment is committed. */
export type Acknowledged = { appointmentId: string; version: number };
