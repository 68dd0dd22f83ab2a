import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes that are sent again and again, in the forms that clients take. */
export type Encoded = {
  readonly identity: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
};

/** Answers smaller than this are not worth compressing, in bytes. */
export const compressFrom = 1024;

/** Compresses bytes once, for answers that are the same for everybody. Takes some milliseconds for 100 KiB. */
export function encode(identity: Buffer): Encoded {
  if (identity.length < compressFrom) return { identity, br: undefined, gzip: undefined };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length };
  return { identity, br: brotliCompressSync(identity, { params }), gzip: gzipSync(identity) };
}

/** The smallest form that the client takes, and its Content-Encoding. */
export function negotiate(
  encoded: Encoded,
  acceptEncoding: string | undefined,
): { body: Buffer; encoding?: 'br' | 'gzip' } {
  if (acceptEncoding === undefined) return { body: encoded.identity };
  if (encoded.br && accepts(acceptEncoding, 'br')) return { body: encoded.br, encoding: 'br' };
  if (encoded.gzip && accepts(acceptEncoding, 'gzip')) return { body: encoded.gzip, encoding: 'gzip' };
  return { body: encoded.identity };
}

function accepts(header: string, coding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return name === coding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
