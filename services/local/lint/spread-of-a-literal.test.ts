import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const rule = fileURLToPath(new URL('spread-of-a-literal.grit', import.meta.url));
const biome = fileURLToPath(new URL('../../../node_modules/.bin/biome', import.meta.url));

/** The lines that the rule refuses. */
function refused(lines: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hb-lint-'));
  try {
    const rules = { recommended: false };
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ plugins: [rule], linter: { rules } }));
    writeFileSync(join(folder, 'example.tsx'), lines.join('\n'));
    const args = ['lint', '--colors=off', '--reporter=github', 'example.tsx'];
    const { stdout, error } = spawnSync(biome, args, { cwd: folder, encoding: 'utf8' });
    if (error !== undefined) throw error;
    return [...stdout.matchAll(/^::error title=plugin,.*,line=(\d+),.*::This spreads a literal/gm)].map(
      ([, line]) => lines[Number(line) - 1] ?? '',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a literal that is spread only to group its parts is refused, another spread is not', () => {
  const bad = [
    'export const a = { ...{ b, c }, d };',
    'export const b = { ...{ ...c, d }, e };',
    'export const c = [...[1, 2], 3];',
    'export const d = [...([1, 2] as const), 3];',
    'export const e = { ...({ a } satisfies object), b };',
    "export const f = call(...['a', 'b']);",
    'export const g = new Map(...[entries]);',
    'export const h = <Visit {...{ at, with: person }} />;',
  ];
  const good = [
    'export const i = { ...b, ...(c ? { d } : {}), ...e?.f };',
    'export const j = [...[1, 2].map(String), ...new Set([1]), ...entries.keys()];',
    'export const k = <Visit {...props} />;',
  ];
  assert.deepEqual(refused([...bad, ...good]), bad);
});
