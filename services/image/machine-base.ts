import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileEntry, textEntry } from './files.ts';
import type { TarEntry } from './tar.ts';

/** Where distroless has its Node too. */
export const nodePath = '/nodejs/bin/node';
/** The user that distroless calls nonroot. */
export const user = 65532;

/**
 * A base image made from this machine's own files, for places where no registry can be reached: the Node that runs
 * this, the libraries it is linked with, and a user. It has nothing else, and no shell.
 */
export function machineBase(): TarEntry[] {
  return [
    fileEntry(realpathSync(process.execPath), nodePath.slice(1)),
    ...librariesOf([process.execPath]),
    textEntry(
      'etc/passwd',
      `root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:${user}:${user}:nonroot:/home/nonroot:/sbin/nologin\n`,
    ),
    textEntry('etc/group', `root:x:0:\nnonroot:x:${user}:\n`),
    textEntry('etc/nsswitch.conf', 'hosts: files dns\n'),
    { path: 'tmp', kind: 'folder', mode: 0o1777 },
  ];
}

/**
 * The shared libraries that `ldd` names for some programs, each once, where the programs look for them. Those
 * below `except` are left out.
 */
export function librariesOf(programs: readonly string[], except?: string): TarEntry[] {
  const paths = new Set<string>();
  for (const program of programs) {
    const output = execFileSync('ldd', [program], { encoding: 'utf8' });
    for (const [, path] of output.matchAll(/(?:=> )?(\/\S+) \(0x/g)) {
      if (path !== undefined && (except === undefined || !realpathSync(path).startsWith(except)))
        paths.add(path);
    }
  }
  return [...paths].map((path) => fileEntry(realpathSync(path), path.slice(1)));
}
