/** Unpacks the packaged browser and its libraries into TMPDIR, for `packaged-browser.ts`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packaged, { inflate } from '@sparticuz/chromium';

const bin = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')));
await packaged.executablePath(bin);
await inflate(join(bin, 'al2023.tar.br'));
