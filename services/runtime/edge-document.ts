import type { EdgeParts, EdgeServiceOptions } from './edge-service.ts';
import { openApiDocument, saveOpenApi } from './openapi.ts';

/** Parts for routes that are only described, never called: nothing connects, and a call fails. */
const described: EdgeParts = {
  live: {
    open: () => {
      throw new Error('this edge is only described');
    },
    close: async () => {},
  },
  client: () => ({
    call: () => Promise.reject(new Error('this edge is only described')),
    close: () => {},
  }),
  workloads: { tokenFor: () => Promise.reject(new Error('this edge is only described')) },
  onClose: () => {},
  limiter: (name, limit) => ({
    name,
    limit,
    close: () => {},
    take: () => {
      throw new Error('this edge is only described');
    },
  }),
};

/**
 * The command line of an edge's `openapi-main.ts`: writes the document of its routes to `file`, or with `--check`
 * exits with 1 when the file is not what the routes say.
 */
export function runOpenApiMain(
  { info, routes }: Pick<EdgeServiceOptions, 'info' | 'routes'>,
  file: string,
): void {
  const check = process.argv.includes('--check');
  if (saveOpenApi(openApiDocument(info, routes(described)), file, check)) return;
  console.error(`${file} is not what the routes say: run this script without --check and commit it`);
  process.exitCode = 1;
}
