/**
 * Prints how many lines of text each folder has: written by hand (code, tests, statements, pages, other) and generated.
 * With a commit, also how many more or fewer these are than at that commit.
 *
 *     npm run lines [-- <commit>]
 */
import { execFileSync } from 'node:child_process';

const kinds = ['code', 'tests', 'sql', 'pages', 'other', 'generated'] as const;
type Kind = (typeof kinds)[number];
type Lines = Record<Kind, number>;

/** Files that programs write and that are committed. */
const generated =
  /(^|\/)gen\/|\.generated\.|(^|\/)package-lock\.json$|^cdk8s\/dist\/|^charts\/golden\/|^argocd\/(dist|roots)\/|^eksctl\/(dev|staging|prod)\.yaml$|\/values\.schema\.json$/;

function kindOf(file: string): Kind {
  if (generated.test(file)) return 'generated';
  if (/\.(test|attack|fuzz|test-parts|test-main)\.tsx?$|\/(test|tests|e2e)\//.test(file)) return 'tests';
  if (/\.(ts|tsx|js|css)$/.test(file)) return 'code';
  if (file.endsWith('.sql')) return 'sql';
  return file.endsWith('.md') ? 'pages' : 'other';
}

/** `services/ehr`, `charts`, or `.` for files in the root. */
const folderOf = (file: string) => /^(services\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? '.';

/** Lines by folder; binary files have none. */
function count(commit?: string): Map<string, Lines> {
  const at = commit === undefined ? [] : [commit];
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const said = execFileSync('git', ['grep', '-I', '--count', '', ...at], options);
  const folders = new Map<string, Lines>();
  for (const line of said.trim().split('\n')) {
    const [lines = '', file = ''] = line.split(':').reverse();
    const none = { code: 0, tests: 0, sql: 0, pages: 0, other: 0, generated: 0 };
    const folder = folders.get(folderOf(file)) ?? none;
    folder[kindOf(file)] += Number(lines);
    folders.set(folderOf(file), folder);
  }
  return folders;
}

const [commit] = process.argv.slice(2);
const now = count();
const then = commit === undefined ? undefined : count(commit);

function row(name: string, folders: (all: Map<string, Lines>) => (Lines | undefined)[]): string {
  const sum = (all: Map<string, Lines>, some: readonly Kind[]) =>
    folders(all).reduce((total, lines) => total + some.reduce((n, kind) => n + (lines?.[kind] ?? 0), 0), 0);
  const cell = (some: readonly Kind[]) => {
    const lines = sum(now, some);
    const more = then === undefined ? 0 : lines - sum(then, some);
    return `${lines}${more === 0 ? '' : ` (${more > 0 ? '+' : ''}${more})`}`.padStart(17);
  };
  return name.padEnd(26) + [...kinds.map((kind) => [kind]), kinds].map(cell).join('');
}

console.log(`${''.padEnd(26)}${[...kinds, 'all'].map((kind) => kind.padStart(17)).join('')}`);
for (const name of [...new Set([...now.keys(), ...(then?.keys() ?? [])])].sort()) {
  console.log(row(name, (all) => [all.get(name)]));
}
console.log(row('all', (all) => [...all.values()]));
