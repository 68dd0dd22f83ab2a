/**
 * Installs the programs of tools.json that are not there yet: from the Go module proxy and PyPI, through `go` and `pip`.
 * About ten minutes of one core from nothing, and nothing the next time.
 *
 *     npm run k8s:tools
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type GoTool, type PythonTool, pathOf, toolsDir, wantedTools } from './tools.ts';

function run(
  command: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): string {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      env: { ...process.env, ...options.env },
    });
  } catch (err) {
    if (err instanceof Error && 'code' in err && err.code === 'ENOENT') {
      throw new Error(`${command} is needed to install what checks manifests`, { cause: err });
    }
    throw err;
  }
}

/** Built in the module's own folder, so that its replacements and checksums are those of its authors. */
function installGo(wanted: GoTool): void {
  const path = pathOf(wanted, 'go');
  const said = run('go', ['mod', 'download', '-json', `${wanted.module}@${wanted.version}`], {
    cwd: toolsDir,
    env: { GOFLAGS: '', GOWORK: 'off' },
  });
  const { Dir: cwd } = JSON.parse(said) as { Dir: string };
  const tags = wanted.tags === undefined ? [] : ['-tags', wanted.tags.join(',')];
  const half = `${path}.${process.pid}`;
  const args = ['build', '-trimpath', '-ldflags', '-s -w', ...tags, '-o', half, wanted.package];
  run('go', args, { cwd, env: { GOFLAGS: '-mod=readonly', GOWORK: 'off', CGO_ENABLED: '0' } });
  renameSync(half, path);
}

function installPython(wanted: PythonTool): void {
  const home = dirname(dirname(pathOf(wanted, 'python')));
  rmSync(home, { recursive: true, force: true });
  run('python3', ['-m', 'venv', home]);
  try {
    run(`${home}/bin/pip`, ['install', '--quiet', `${wanted.name}==${wanted.version}`]);
  } catch (err) {
    rmSync(home, { recursive: true, force: true });
    throw err;
  }
}

mkdirSync(toolsDir, { recursive: true });
const { go, python } = wantedTools();
const steps = [
  ...python.map((wanted) => ({
    wanted,
    path: pathOf(wanted, 'python'),
    install: () => installPython(wanted),
  })),
  ...go.map((wanted) => ({ wanted, path: pathOf(wanted, 'go'), install: () => installGo(wanted) })),
];
for (const { wanted, path, install } of steps) {
  if (existsSync(path)) continue;
  const started = performance.now();
  install();
  console.log(`${wanted.name} ${wanted.version}: ${Math.round((performance.now() - started) / 1000)} s`);
}
