import type { IncomingMessage } from 'node:http';
import { SignatureError, type SignatureFault } from '../sigv4/request.ts';
import { verifySignature } from '../sigv4/verify.ts';
import { invalidRequest, S3Error } from './errors.ts';
import type { S3Service } from './service.ts';

const FAULTS: Record<SignatureFault, readonly [status: number, code: string]> = {
  missing: [403, 'AccessDenied'],
  malformed: [400, 'AuthorizationHeaderMalformed'],
  'unknown-key': [403, 'InvalidAccessKeyId'],
  skewed: [403, 'RequestTimeTooSkewed'],
  expired: [403, 'AccessDenied'],
  'unsigned-header': [403, 'AccessDenied'],
  mismatch: [403, 'SignatureDoesNotMatch'],
};

/**
 * Checks the signature of a request before its body is read. Whether the body has the signed hash is checked when it
 * is received.
 * @throws S3Error
 */
export function authenticate({ account, clock }: S3Service, incoming: IncomingMessage): void {
  const { method = '', url = '', headers } = incoming;
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const inQuery = query.has('X-Amz-Signature');
  const header = headers['x-amz-content-sha256'];
  const payloadHash = (inQuery ? query.get('X-Amz-Content-Sha256') : null) ?? header;
  if (payloadHash === undefined && !inQuery && headers.authorization !== undefined) {
    throw invalidRequest('Missing required header for this request: x-amz-content-sha256');
  }
  const options = { account, now: clock(), payloadHash: String(payloadHash ?? 'UNSIGNED-PAYLOAD') };
  try {
    verifySignature({ method, url, headers }, options);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    const [status, code] = FAULTS[error.fault];
    const malformedQuery = error.fault === 'malformed' && inQuery;
    const message =
      error.fault === 'unsigned-header'
        ? `There were headers present in the request which were not signed: ${error.message}`
        : error.message;
    throw new S3Error(status, malformedQuery ? 'AuthorizationQueryParametersError' : code, message);
  }
}
