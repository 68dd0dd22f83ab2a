import type { IncomingMessage } from 'node:http';
import { ServiceError } from './errors.ts';

/** Largest request body in bytes, where the route does not say otherwise. */
export const defaultMaxBodyBytes = 64 * 1024;

/**
 * How much beyond the limit is read and thrown away, so that an ordinary client, and a proxy before us, still sees
 * the 413. A client that is still sending when the connection closes gets a broken pipe and never reads the answer.
 */
const maxDrainBytes = 8 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const jsonType = /^application\/(?:json|merge-patch\+json)\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/**
 * Reads and parses a JSON body. Throws `unsupported-media-type` for anything but uncompressed UTF-8 JSON,
 * `too-large` over `maxBytes`, `invalid` for a missing or broken document.
 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const type = request.headers['content-type'];
  if (type === undefined && !hasBody(request)) throw missing();
  if (type === undefined || !jsonType.test(type)) {
    throw new ServiceError('unsupported-media-type', 'Send the body as application/json in UTF-8.');
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new ServiceError('unsupported-media-type', 'Send the body without a content encoding.');
  }
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) throw missing();
  const [text, value] = parsed(bytes);
  if (hasNameTwice(text)) {
    throw new ServiceError('invalid', 'The body has a name twice in one object.', {
      fields: [{ field: 'body', message: 'has a name twice in one object' }],
    });
  }
  return value;
}

function parsed(bytes: Buffer): [string, unknown] {
  try {
    const text = utf8.decode(bytes);
    return [text, JSON.parse(text)];
  } catch (cause) {
    throw new ServiceError('invalid', 'The body is not valid JSON.', {
      fields: [{ field: 'body', message: 'is not valid JSON' }],
      cause,
    });
  }
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}:]/g;

/**
 * Whether an object in a JSON text has a name twice, however it is escaped. Readers differ in which of the two they
 * take: one may check a value that another never sees. @param json a text that is valid JSON
 */
function hasNameTwice(json: string): boolean {
  const open: Set<string>[] = [];
  let text = '';
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (token !== ':') text = token;
    else {
      // Outside of texts a colon stands behind a name.
      const name = JSON.parse(text) as string;
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}

/** Whether the request announces a body at all. */
export function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

function missing(): ServiceError {
  return new ServiceError('invalid', 'The request needs a JSON body.', {
    fields: [{ field: 'body', message: 'is required' }],
  });
}

function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = () =>
      reject(new ServiceError('too-large', `The body is larger than ${maxBytes / 1024} KiB.`));
    if (Number(request.headers['content-length'] ?? 0) > maxBytes + maxDrainBytes) {
      tooLarge();
      return;
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else if (size > maxBytes + maxDrainBytes) {
        request.pause();
        tooLarge();
      }
    });
    request.on('end', () => {
      if (size > maxBytes) tooLarge();
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size));
    });
    request.on('error', (cause) => {
      reject(new ServiceError('invalid', 'The request broke off before its end.', { cause }));
    });
  });
}
