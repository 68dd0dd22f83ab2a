import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metadata, status } from '@grpc/grpc-js';
import {
  answeredByServer,
  type ErrorKind,
  fromGrpcError,
  ServiceError,
  toGrpcStatus,
  toProblem,
} from './errors.ts';

const kinds: readonly [ErrorKind, status, number][] = [
  ['invalid', status.INVALID_ARGUMENT, 400],
  ['unauthenticated', status.UNAUTHENTICATED, 401],
  ['forbidden', status.PERMISSION_DENIED, 403],
  ['not-found', status.NOT_FOUND, 404],
  ['conflict', status.ABORTED, 409],
  ['slot-taken', status.FAILED_PRECONDITION, 409],
  ['too-soon', status.FAILED_PRECONDITION, 409],
  ['idempotency-mismatch', status.ALREADY_EXISTS, 422],
  ['too-large', status.RESOURCE_EXHAUSTED, 413],
  ['unsupported-media-type', status.INVALID_ARGUMENT, 415],
  ['rate-limited', status.RESOURCE_EXHAUSTED, 429],
  ['unavailable', status.UNAVAILABLE, 503],
  ['deadline', status.DEADLINE_EXCEEDED, 504],
];
const requestId = '7f9c2f6e-8f6f-4f0e-8a55-1d8a5e7a0001';

for (const [kind, code, http] of kinds) {
  test(`${kind} survives gRPC and becomes ${http}`, () => {
    const original = new ServiceError(kind, 'Grüße: a sentence for the caller', {
      fields: [{ field: 'body.slotId', message: 'must be an id – näher' }],
      details: { alternatives: '[{"id":"a"}]', note: 'ü' },
      retryAfterMs: 2300,
      cause: new Error('password=hunter2'),
    });
    const sent = toGrpcStatus(original);
    assert.equal(sent.code, code);
    assert.ok(answeredByServer(sent));
    assert.ok(!JSON.stringify([sent.details, sent.metadata.toHttp2Headers()]).includes('hunter2'));
    const received = fromGrpcError(sent);
    assert.equal(received.kind, kind);
    assert.equal(received.message, original.message);
    assert.deepEqual(received.fields, original.fields);
    assert.deepEqual(received.details, original.details);
    assert.equal(received.retryAfterMs, 2300);

    const problem = toProblem(received, requestId);
    assert.equal(problem.status, http);
    assert.equal(problem.headers['Content-Type'], 'application/problem+json');
    assert.equal(problem.headers['Cache-Control'], 'no-store');
    assert.equal(problem.headers['Retry-After'], '3');
    assert.equal(problem.headers['WWW-Authenticate'], kind === 'unauthenticated' ? 'Bearer' : undefined);
    assert.deepEqual(problem.body, {
      type: `https://healthbooker.example/problems/${kind}`,
      title: problem.body.title,
      status: http,
      instance: `urn:uuid:${requestId}`,
      detail: original.message,
      errors: original.fields,
      alternatives: [{ id: 'a' }],
    });
  });
}

test('an error nobody planned leaks nothing but an id to quote', () => {
  for (const err of [
    new Error('Key (email)=(a@b.c) already exists'),
    'thrown text',
    undefined,
    new ServiceError('internal', 'select * from patient failed', { details: { sql: 'select' } }),
  ]) {
    const sent = toGrpcStatus(err, 'id-1');
    assert.equal(sent.code, status.INTERNAL);
    assert.equal(sent.details, 'internal error id-1');
    const problem = toProblem(fromGrpcError(sent), requestId);
    assert.deepEqual(problem.body, {
      type: 'https://healthbooker.example/problems/internal',
      title: 'Something went wrong',
      status: 500,
      instance: `urn:uuid:${requestId}`,
    });
    assert.deepEqual(toProblem(err, requestId).body, problem.body);
  }
});

test('failures of the transport get the kind of their status and a neutral message', () => {
  const failure = (code: status, details: string) =>
    fromGrpcError(Object.assign(new Error(details), { code, details, metadata: new Metadata() }));
  const unreachable = failure(status.UNAVAILABLE, 'connect ECONNREFUSED 10.0.3.7:50051');
  assert.equal(unreachable.kind, 'unavailable');
  assert.ok(!unreachable.message.includes('10.0.3.7'));
  assert.equal(toProblem(unreachable, requestId).headers['Retry-After'], '1');
  const cutOff = failure(status.INTERNAL, 'Received RST_STREAM with code 0 (Call ended without gRPC status)');
  assert.equal(cutOff.kind, 'unavailable');
  assert.equal(failure(status.DEADLINE_EXCEEDED, 'after 3 s').kind, 'deadline');
  assert.equal(failure(status.CANCELLED, 'cancelled on client').kind, 'deadline');
  assert.equal(failure(status.RESOURCE_EXHAUSTED, 'Received message larger than max').kind, 'too-large');
  assert.equal(failure(status.UNIMPLEMENTED, 'no such method').kind, 'internal');
  assert.equal(failure(status.DATA_LOSS, 'x').kind, 'internal');
  assert.equal(fromGrpcError(new TypeError('x')).kind, 'internal');
});
