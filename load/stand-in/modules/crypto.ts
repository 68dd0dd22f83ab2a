import { createHash, createHmac, randomBytes as random } from 'node:crypto';

type Input = string | ArrayBuffer;
const bytes = (input: Input) => (typeof input === 'string' ? input : Buffer.from(input));
const buffer = (output: Buffer) => Uint8Array.from(output).buffer;

const crypto = {
  sha256: (input: Input, _: 'binary') => buffer(createHash('sha256').update(bytes(input)).digest()),
  hmac: (_: 'sha256', key: Input, input: Input, __: 'binary') =>
    buffer(createHmac('sha256', bytes(key)).update(bytes(input)).digest()),
  randomBytes: (size: number) => buffer(random(size)),
};
export default crypto;
