import { type ErrorKind, ServiceError, type ServiceErrorOptions } from '@healthbooker/runtime/errors';
import type { What } from './record.ts';

/** The patient whose data was asked for, and which data. */
export type Tried = { patientId: string; what: What };

/** A refusal that is recorded where the patient sees it. The caller gets the usual error. */
export class Refusal extends ServiceError {
  readonly tried: Tried;

  constructor(kind: ErrorKind, message: string, tried: Tried, options: ServiceErrorOptions = {}) {
    super(kind, message, options);
    this.tried = tried;
  }
}
