/** What pages of this repository name is there: whoever follows a link, a path or a command arrives. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const exclude = (path: string) => /(^|\/)(node_modules|dist|\.[^/]+)$/.test(path);
const files = globSync('**/*', { cwd: root, exclude }).map((path) => `/${path}`);
const pages = files
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path: path.slice(1), text: readFileSync(join(root, path), 'utf8') }));

/** Every match in every page that is not right, as `page: match`. */
function wrong(pattern: RegExp, isRight: (found: string, page: string) => boolean): string[] {
  return pages.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .map(([, found = '']) => found)
      .filter((found) => !isRight(found, path))
      .map((found) => `${path}: ${found}`),
  );
}

/** The headings of a page, as links name them. */
function anchorsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('there are pages to look at', () => {
  assert.ok(pages.length > 50, `${pages.length} pages`);
});

test('links lead to a file or a folder, and to a heading where they name one', () => {
  const broken = wrong(/\]\((?![a-z]+:)([^)\s]+)\)/g, (link, page) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(root, page) : join(root, dirname(page), path);
    if (!existsSync(target)) return false;
    return anchor === undefined || (statSync(target).isFile() && anchorsOf(target).includes(anchor));
  });
  assert.deepEqual(broken, []);
});

test('paths of code are those of files: from the page, from the top, or the end of a path', () => {
  const broken = wrong(/`((?:[\w.-]+\/)*[\w.-]+\.(?:tsx?|sql|proto))`/g, (path, page) => {
    if (path.startsWith('.')) return existsSync(join(root, dirname(page), path));
    return files.some((file) => file.endsWith(`/${path}`));
  });
  assert.deepEqual(broken, []);
});

test('folders that are named from the top are there', () => {
  const tops = 'services|protos|charts|cdk8s|eksctl|argocd|load|docs';
  const broken = wrong(new RegExp(`\`((?:${tops})/[\\w./+-]*)\``, 'g'), (path, page) =>
    [root, join(root, dirname(page))].some((from) => existsSync(normalize(join(from, path)))),
  );
  assert.deepEqual(broken, []);
});

test('commands of npm are in package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const missing = wrong(/npm run (?:--?[\w-]+ )*([\w:]+(?:-[\w:]+)*)/g, (name) =>
    Object.hasOwn(scripts, name),
  );
  assert.deepEqual(missing, []);
});

test('files that a command runs are there', () => {
  const missing = wrong(/(?:npx node|npm test --|npm run test:count --) ([\w./-]+\.ts)/g, (file, page) =>
    [root, join(root, dirname(page))].some((from) => existsSync(join(from, file))),
  );
  assert.deepEqual(missing, []);
});
