import { fileURLToPath } from 'node:url';

/**
 * Where Node keeps what it has compiled, types stripped: a process then needs half the CPU to start. Node does without
 * when the folder cannot be written.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)),
};
