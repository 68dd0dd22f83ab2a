import type { IncomingHttpHeaders } from 'node:http';

export type SignatureFault =
  | 'missing'
  | 'malformed'
  | 'unknown-key'
  | 'skewed'
  | 'expired'
  | 'unsigned-header'
  | 'mismatch';

/** Why a request's signature was refused; each server words it as its original does. */
export class SignatureError extends Error {
  readonly fault: SignatureFault;
  constructor(fault: SignatureFault, message: string) {
    super(message);
    this.name = 'SignatureError';
    this.fault = fault;
  }
}

/** An HTTP request as it arrived: `url` is the raw path and query, before any decoding. */
export type SignedRequest = { method: string; url: string; headers: IncomingHttpHeaders };
