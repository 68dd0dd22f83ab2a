import { S3Error } from './errors.ts';

/** Longest line allowed between chunks: a size, or a trailer such as a checksum. */
const MAX_LINE_BYTES = 1024;
const MAX_TRAILERS = 8;

/**
 * Takes the `aws-chunked` coding off a body (`STREAMING-UNSIGNED-PAYLOAD-TRAILER`): yields the content and
 * leaves what follows it, such as `x-amz-checksum-crc32`, in `trailers` under lower-case names.
 * @throws S3Error IncompleteBody when the body does not follow the coding or ends early
 */
export async function* decodeChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const reader = new Reader(source);
  for (;;) {
    const size = /^([0-9a-f]{1,8})(;.*)?$/i.exec(await reader.line());
    if (!size?.[1]) throw incomplete();
    let left = Number.parseInt(size[1], 16);
    if (left === 0) break;
    while (left > 0) {
      const piece = await reader.upTo(left);
      left -= piece.length;
      yield piece;
    }
    if ((await reader.line()) !== '') throw incomplete();
  }
  for (let count = 0; ; count += 1) {
    const line = await reader.line();
    if (line === '') return;
    const colon = line.indexOf(':');
    if (colon < 1 || count === MAX_TRAILERS) throw incomplete();
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

/** Reads lines and runs of bytes from a stream of buffers. */
class Reader {
  readonly #source: AsyncIterator<Buffer>;
  #rest = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf('\r\n');
      if (end > MAX_LINE_BYTES || (end < 0 && this.#rest.length > MAX_LINE_BYTES)) throw incomplete();
      if (end >= 0) {
        const line = this.#rest.toString('latin1', 0, end);
        this.#rest = this.#rest.subarray(end + 2);
        return line;
      }
      this.#rest = Buffer.concat([this.#rest, await this.#next()]);
    }
  }

  async upTo(count: number): Promise<Buffer> {
    while (this.#rest.length === 0) this.#rest = Buffer.from(await this.#next());
    const piece = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(piece.length);
    return piece;
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#source.next();
    if (done) throw incomplete();
    return value;
  }
}

function incomplete(): S3Error {
  return new S3Error(400, 'IncompleteBody', 'The body does not follow the aws-chunked coding.');
}
