import { type ErrorKind, ServiceError, type ServiceErrorOptions } from '@healthbooker/runtime/errors';
import type { What } from './record.ts';

/** Whose it was that somebody tried to reach, and what of theirs. */
export type Tried = { patientId: string; what: What };

/** A refusal that is put on record where the patient sees it, though the caller is told no more than anybody. */
export class Refusal extends ServiceError {
  readonly tried: Tried;

  constructor(kind: ErrorKind, message: string, tried: Tried, options: ServiceErrorOptions = {}) {
    super(kind, message, options);
    this.tried = tried;
  }
}
