import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appDir, mainFile, serviceContents } from './contents.ts';
import { datastoresContents } from './datastores.ts';
import { writeLayer } from './layer.ts';
import { machineBase, nodePath, user } from './machine-base.ts';
import { type Image, writeImage } from './oci.ts';
import type { TarEntry } from './tar.ts';

/** The stores and stand-ins of a cluster that has no AWS. */
export const datastores = 'datastores';

export type BuildOptions = {
  /** The repository. */
  root: string;
  /** The OCI layout to write into. */
  layout: string;
  registry: string;
  /** The commit of the repository; edges report it. */
  commit?: string | undefined;
  /** The lowest layer; made from this machine's own files unless given. */
  base?: TarEntry[];
};

/** The names of all images: those of the service catalogue, and the stores of a cluster without AWS. */
export function imageNames(root: string): string[] {
  const { services } = JSON.parse(readFileSync(join(root, 'services/catalogue.json'), 'utf8')) as {
    services: { name: string }[];
  };
  return [...services.map(({ name }) => name), datastores];
}

/** Builds one image: the same digest for the same repository on the same machine. Portals must have been built. */
export async function buildImage(options: BuildOptions, name: string): Promise<Image> {
  const { root, layout, registry, commit, base = machineBase() } = options;
  const layers = [];
  for (const entries of [base, ...layersOf(root, name)]) {
    if (entries.length > 0) layers.push(await writeLayer(layout, entries));
  }
  return writeImage(layout, {
    registry,
    name,
    layers,
    start: {
      entrypoint: [nodePath],
      cmd: name === datastores ? [] : [mainFile],
      env: startEnv(name, commit),
      workingDir: `/${appDir}`,
      user,
    },
  });
}

/**
 * The environment variables of an image. Only edges get the commit, so that the digests of the others stay the same
 * when their code does.
 */
export function startEnv(name: string, commit: string | undefined): Record<string, string> {
  const told = commit !== undefined && name.endsWith('-edge') ? { COMMIT: commit } : {};
  return { NODE_ENV: 'production', TZ: 'UTC', PATH: '/nodejs/bin', ...told };
}

/** The layers of an image above its base. */
export function layersOf(root: string, name: string): TarEntry[][] {
  if (name === datastores) return datastoresContents(root);
  const { shared, own, code } = serviceContents(root, name);
  return [shared, own, code];
}
