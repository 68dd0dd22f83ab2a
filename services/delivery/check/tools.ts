import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type GoTool = { name: string; module: string; version: string; package: string; tags?: string[] };
export type PythonTool = { name: string; version: string };

/** The programs that check manifests, at exact versions. */
export function wantedTools(): { go: GoTool[]; python: PythonTool[] } {
  return JSON.parse(readFileSync(new URL('./tools.json', import.meta.url), 'utf8'));
}

/** Outside the repository, so that a fresh clone finds what an earlier one installed. */
export const toolsDir = process.env['HB_TOOLS'] ?? join(homedir(), '.cache', 'healthbooker-tools');

/** Where a tool is, or will be; the version is part of it, so that another version is another file. */
export function pathOf({ name, version }: { name: string; version: string }, kind: 'go' | 'python'): string {
  const own = join(toolsDir, `${name}-${version}`);
  return kind === 'go' ? own : join(own, 'bin', name);
}

/** The path of an installed tool. Throws when it is not installed. */
export function tool(name: string): string {
  const { go, python } = wantedTools();
  const found =
    go.filter((each) => each.name === name).map((each) => pathOf(each, 'go'))[0] ??
    python.filter((each) => each.name === name).map((each) => pathOf(each, 'python'))[0];
  if (found === undefined) throw new Error(`services/delivery/check/tools.json does not name ${name}`);
  if (!existsSync(found)) throw new Error(`${name} is not installed: npm run k8s:tools`);
  return found;
}
