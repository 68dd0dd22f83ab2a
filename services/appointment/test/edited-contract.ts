import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { keptMessages } from '@healthbooker/protos/kept-json';
import { writeReaders } from '@healthbooker/protos/write-readers';

const contracts = fileURLToPath(new URL('../../../protos', import.meta.url));

export type EditedContract = {
  /** The environment with which a process uses this contract instead of the committed one. */
  env: { NODE_OPTIONS: string };
  loaded: PackageDefinition;
  remove(): void;
};

/** A copy of the contracts in which messages have additional fields, with the readers generated from it. */
export function editContract(
  file: string,
  fields: readonly { message: string; field: string }[],
): EditedContract {
  const copy = mkdtempSync(join(tmpdir(), 'contract-'));
  cpSync(contracts, copy, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  let proto = readFileSync(join(copy, file), 'utf8');
  for (const { message, field } of fields) {
    const start = `message ${message} {`;
    if (!proto.includes(start)) throw new Error(`${file} has no ${message}`);
    proto = proto.replace(start, `${start}\n  ${field}`);
  }
  writeFileSync(join(copy, file), proto);
  const files = ['appointment/v1/appointment', 'scheduler/v1/waitlist', 'ehr/v1/ehr'];
  const loaded = loadSync(
    files.map((each) => `healthbooker/${each}.proto`),
    {
      includeDirs: [copy],
      longs: Number,
      enums: String,
      defaults: true,
      oneofs: true,
    },
  );
  writeFileSync(join(copy, 'gen/readers.ts'), writeReaders(loaded, keptMessages));
  const hooks = join(copy, 'hooks.mjs');
  writeFileSync(hooks, hooksTo(copy));
  return {
    env: { NODE_OPTIONS: `--import=${pathToFileURL(hooks)}` },
    loaded,
    remove: () => rmSync(copy, { recursive: true }),
  };
}

/** Lets a process find the copy under the name of the package, and lets the copy find the packages it depends on. */
function hooksTo(copy: string): string {
  const [from, to] = [pathToFileURL(join(contracts, 'load.ts')), pathToFileURL(copy)];
  return `import { registerHooks } from 'node:module';
registerHooks({
  resolve(specifier, context, next) {
    const [, own] = /^@healthbooker\\/protos\\/(.+)$/.exec(specifier) ?? [];
    if (own !== undefined) return next(\`${to}/\${own}.ts\`, context);
    const isBare = !/^(\\.|file:|node:)/.test(specifier);
    const isOfCopy = isBare && context.parentURL?.startsWith('${to}/');
    return next(specifier, isOfCopy ? { ...context, parentURL: '${from}' } : context);
  },
});
`;
}
