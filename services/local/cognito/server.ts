import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignatureError, type SignatureFault } from '../sigv4/request.ts';
import { verifySignature } from '../sigv4/verify.ts';
import { type Action, ADMIN_ACTIONS, PUBLIC_ACTIONS } from './actions.ts';
import { CognitoError } from './errors.ts';
import { type Input, isInput, text } from './fields.ts';
import { openPool, type Pool, type PoolOptions } from './pool.ts';

export type CognitoOptions = PoolOptions & { host: string; port: number };

/** `pool` is for seeding and tests in the same process. */
export type Cognito = { port: number; pool: Pool; close(): Promise<void> };

const TARGET = 'AWSCognitoIdentityProviderService.';
const MAX_BODY_BYTES = 131_072;
/** How often counts that no limit looks at any more are forgotten. */
const PRUNE_EVERY_MS = 600_000;

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};

/** Starts the user pool's server; port 0 takes a free one. */
export async function startCognito(options: CognitoOptions): Promise<Cognito> {
  const pool = openPool(options);
  const server = createServer((request, response) => {
    serve(pool, request, response).catch((error: unknown) => {
      console.error('cognito: a request failed', error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const pruning = setInterval(() => pool.limits.prune(), PRUNE_EVERY_MS).unref();
  return {
    port: (server.address() as AddressInfo).port,
    pool,
    async close() {
      clearInterval(pruning);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1000).unref();
      await closed;
      pool.close();
    },
  };
}

/** Calls come to any path, since the browser reaches us under a prefix; keys are found by the end of the path. */
async function serve(pool: Pool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (request.method === 'OPTIONS') {
    response.writeHead(200, {
      ...CORS,
      'access-control-allow-methods': 'POST, GET, OPTIONS',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      'access-control-max-age': '172800',
    });
    response.end();
  } else if (request.method === 'GET' && path.endsWith(`/${pool.id}/.well-known/jwks.json`)) {
    reply(response, 200, 'application/json', { keys: [pool.signing.publicJwk] });
  } else if (request.method === 'POST') {
    await call(pool, request, response);
  } else {
    reply(response, 404, 'application/json', { message: 'Not Found' });
  }
}

async function call(pool: Pool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = await readBody(request);
    const result = await actionOf(pool, request, body)(pool, readInput(body));
    reply(response, 200, 'application/x-amz-json-1.1', result);
  } catch (error) {
    const { type, message } = asCognitoError(error);
    response.setHeader('x-amzn-errortype', `${type}:`);
    response.setHeader('x-amzn-errormessage', encodeURI(message));
    reply(response, type === 'InternalErrorException' ? 500 : 400, 'application/x-amz-json-1.1', {
      __type: type,
      message,
    });
  }
}

/** The action asked for, once an administrator's signature has been checked against the very body. */
function actionOf(pool: Pool, request: IncomingMessage, body: Buffer): Action {
  const target = String(request.headers['x-amz-target'] ?? '');
  const name = target.startsWith(TARGET) ? target.slice(TARGET.length) : '';
  const open = PUBLIC_ACTIONS.get(name);
  if (open) return open;
  const admin = ADMIN_ACTIONS.get(name);
  if (!admin) throw new CognitoError('UnknownOperationException', `${name || target} is not known here.`);
  verifySignature(
    { method: request.method ?? '', url: request.url ?? '', headers: request.headers },
    {
      account: pool.account,
      now: pool.clock(),
      payloadHash: createHash('sha256').update(body).digest('hex'),
    },
  );
  return (of, input) => {
    if (text(input, 'UserPoolId') !== of.id) {
      throw new CognitoError('ResourceNotFoundException', 'User pool does not exist.');
    }
    return admin(of, input);
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new CognitoError('SerializationException', 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readInput(body: Buffer): Input {
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch (cause) {
    throw new CognitoError('SerializationException', `The request is not JSON: ${String(cause)}`);
  }
  if (!isInput(value)) throw new CognitoError('SerializationException', 'The request is not a JSON object.');
  return value;
}

const SIGNATURE_ERRORS: Record<SignatureFault, string> = {
  missing: 'MissingAuthenticationTokenException',
  malformed: 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  skewed: 'InvalidSignatureException',
  expired: 'InvalidSignatureException',
  'unsigned-header': 'InvalidSignatureException',
  mismatch: 'InvalidSignatureException',
};

function asCognitoError(error: unknown): { type: string; message: string } {
  if (error instanceof CognitoError) return error;
  if (error instanceof SignatureError) return { type: SIGNATURE_ERRORS[error.fault], message: error.message };
  console.error('cognito: an action failed', error);
  return { type: 'InternalErrorException', message: 'Internal error.' };
}

function reply(response: ServerResponse, status: number, type: string, body: object): void {
  response.writeHead(status, { ...CORS, 'content-type': type, 'x-amzn-requestid': randomUUID() });
  response.end(JSON.stringify(body));
}
