import { SignatureError, type SignedRequest } from './request.ts';

export type Credential = { accessKeyId: string; day: string; region: string; service: string };

/** The signature as the caller presented it, read but not yet checked. */
export type Presented = {
  presigned: boolean;
  credential: Credential;
  /** As sent: `20261203T141500Z`. */
  date: string;
  /** Epoch milliseconds. */
  signedAt: number;
  /** Only for presigned URLs. */
  expiresInSeconds: number | undefined;
  signedHeaders: readonly string[];
  signature: string;
};

/** Longest life AWS allows a presigned URL: seven days. */
const MAX_EXPIRY_SECONDS = 604_800;
const ALGORITHM = 'AWS4-HMAC-SHA256';

/** Reads the signature from the query of a presigned URL, else from the Authorization header. */
export function readPresented(request: SignedRequest): Presented {
  const mark = request.url.indexOf('?');
  const query = new URLSearchParams(mark < 0 ? '' : request.url.slice(mark + 1));
  const authorization = request.headers.authorization;
  if (query.has('X-Amz-Signature') || query.has('X-Amz-Algorithm')) {
    if (authorization !== undefined) malformed('Only one way of authenticating is allowed.');
    return fromQuery(query);
  }
  if (authorization === undefined) throw new SignatureError('missing', 'The request carries no signature.');
  return fromHeader(authorization, request.headers['x-amz-date']);
}

function fromQuery(query: URLSearchParams): Presented {
  if (query.get('X-Amz-Algorithm') !== ALGORITHM) malformed(`X-Amz-Algorithm must be ${ALGORITHM}.`);
  const expires = query.get('X-Amz-Expires') ?? '';
  const expiresInSeconds = Number(expires);
  if (!/^\d{1,6}$/.test(expires) || expiresInSeconds < 1 || expiresInSeconds > MAX_EXPIRY_SECONDS) {
    malformed(`X-Amz-Expires must be between 1 and ${MAX_EXPIRY_SECONDS} seconds.`);
  }
  return {
    presigned: true,
    ...readDate(query.get('X-Amz-Date')),
    ...readParts(
      query.get('X-Amz-Credential'),
      query.get('X-Amz-SignedHeaders'),
      query.get('X-Amz-Signature'),
    ),
    expiresInSeconds,
  };
}

function fromHeader(authorization: string, date: string | string[] | undefined): Presented {
  if (!authorization.startsWith(`${ALGORITHM} `)) malformed(`Authorization must begin with ${ALGORITHM}.`);
  const fields = new Map(
    authorization
      .slice(ALGORITHM.length + 1)
      .split(',')
      .map((field): [string, string] => {
        const equals = field.indexOf('=');
        return [field.slice(0, equals).trim(), field.slice(equals + 1).trim()];
      }),
  );
  return {
    presigned: false,
    ...readDate(typeof date === 'string' ? date : null),
    ...readParts(
      fields.get('Credential') ?? null,
      fields.get('SignedHeaders') ?? null,
      fields.get('Signature') ?? null,
    ),
    expiresInSeconds: undefined,
  };
}

function readDate(date: string | null): Pick<Presented, 'date' | 'signedAt'> {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(date ?? '');
  if (parts === null || date === null) malformed('X-Amz-Date must look like 20261203T141500Z.');
  const [, year, month, day, hour, minute, second] = parts;
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(signedAt)) malformed('X-Amz-Date is not a date.');
  return { date, signedAt };
}

function readParts(
  credential: string | null,
  signedHeaders: string | null,
  signature: string | null,
): Pick<Presented, 'credential' | 'signedHeaders' | 'signature'> {
  const scope = (credential ?? '').split('/');
  const [accessKeyId, day, region, service, end] = scope;
  if (scope.length !== 5 || !accessKeyId || !day || !region || !service || end !== 'aws4_request') {
    malformed('The credential must be key/day/region/service/aws4_request.');
  }
  if (!signedHeaders) malformed('SignedHeaders is missing.');
  if (!/^[0-9a-f]{64}$/.test(signature ?? '')) malformed('Signature must be 64 hexadecimal digits.');
  return {
    credential: { accessKeyId, day, region, service },
    signedHeaders: signedHeaders.split(';'),
    signature: signature ?? '',
  };
}

function malformed(message: string): never {
  throw new SignatureError('malformed', message);
}
