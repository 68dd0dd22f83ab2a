import { fileURLToPath } from 'node:url';

/** The folder of the repository, where what is made here is committed. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
