import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Credential, type Presented, readPresented } from './presented.ts';
import { SignatureError, type SignedRequest } from './request.ts';

/** What the stand-ins accept: one access key, in one region, for one service. */
export type Account = { accessKeyId: string; secretAccessKey: string; region: string; service: string };

export type VerifyOptions = {
  account: Account;
  /** Epoch milliseconds. */
  now: number;
  /** Hash of the payload the signature was made over: hex SHA-256 or one of S3's literals. */
  payloadHash: string;
};

const SKEW_MS = 15 * 60_000;

/**
 * Checks an AWS Signature Version 4, in the Authorization header or in a presigned URL.
 * Source: AWS General Reference, "Create a signed AWS API request".
 * @throws SignatureError
 */
export function verifySignature(
  request: SignedRequest,
  { account, now, payloadHash }: VerifyOptions,
): Presented {
  const presented = readPresented(request);
  checkCredential(presented.credential, presented.date, account);
  checkTime(presented, now);
  checkHeadersSigned(request.headers, presented.signedHeaders);
  const expected = sign(
    presented,
    canonicalRequest(request, presented, payloadHash, account.service),
    account,
  );
  const given = Buffer.from(presented.signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new SignatureError('mismatch', 'The signature does not match the request.');
  }
  return presented;
}

function checkCredential(credential: Credential, date: string, account: Account): void {
  if (credential.accessKeyId !== account.accessKeyId) {
    throw new SignatureError('unknown-key', 'The access key is not known here.');
  }
  if (credential.day !== date.slice(0, 8)) {
    throw new SignatureError('malformed', 'The credential scope and the date disagree.');
  }
  if (credential.region !== account.region || credential.service !== account.service) {
    throw new SignatureError(
      'malformed',
      `The credential scope must be for ${account.region}/${account.service}, not ${credential.region}/${credential.service}.`,
    );
  }
}

function checkTime({ signedAt, expiresInSeconds }: Presented, now: number): void {
  if (signedAt > now + SKEW_MS) throw new SignatureError('skewed', 'The request is dated in the future.');
  if (expiresInSeconds !== undefined) {
    if (now > signedAt + expiresInSeconds * 1000) {
      throw new SignatureError('expired', 'Request has expired');
    }
    return;
  }
  if (now > signedAt + SKEW_MS) {
    throw new SignatureError(
      'skewed',
      'The difference between the request time and the server time is too large.',
    );
  }
}

/** Unsigned `x-amz-` headers could change what a signed request does, so none may be added. */
function checkHeadersSigned(headers: IncomingHttpHeaders, signedHeaders: readonly string[]): void {
  if (!signedHeaders.includes('host')) throw new SignatureError('unsigned-header', 'host');
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-amz-') && !signedHeaders.includes(name)) {
      throw new SignatureError('unsigned-header', name);
    }
  }
}

function canonicalRequest(
  request: SignedRequest,
  { signedHeaders, presigned }: Presented,
  payloadHash: string,
  service: string,
): string {
  const mark = request.url.indexOf('?');
  const path = mark < 0 ? request.url : request.url.slice(0, mark);
  const query = mark < 0 ? '' : request.url.slice(mark + 1);
  return [
    request.method,
    canonicalPath(path, service),
    canonicalQuery(query, presigned),
    ...signedHeaders.map((name) => `${name}:${headerValue(request.headers, name)}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

/** S3 signs the path encoded once; every other service signs it encoded twice. */
function canonicalPath(path: string, service: string): string {
  return path
    .split('/')
    .map((segment) => encode(service === 's3' ? decode(segment) : segment))
    .join('/');
}

function canonicalQuery(query: string, presigned: boolean): string {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    })
    .filter(([name]) => !(presigned && name === 'X-Amz-Signature'))
    .map(([name, value]): [string, string] => [encode(decode(name)), encode(decode(value))])
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function headerValue(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  const text = Array.isArray(value) ? value.join(',') : (value ?? '');
  return text.trim().replace(/ +/g, ' ');
}

function sign(presented: Presented, canonical: string, account: Account): Buffer {
  const { day, region, service } = presented.credential;
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = [day, region, service, 'aws4_request'].reduce(
    (secret: Buffer, part) => hmac(secret, part),
    Buffer.from(`AWS4${account.secretAccessKey}`),
  );
  const hash = createHash('sha256').update(canonical).digest('hex');
  return hmac(key, ['AWS4-HMAC-SHA256', presented.date, scope, hash].join('\n'));
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new SignatureError('malformed', `The address is not valid percent-encoding: ${String(cause)}`);
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
