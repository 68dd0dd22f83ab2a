import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { goldenDir, goldenFiles, goldenText } from '../charts/golden.ts';
import { root } from '../root.ts';

/** A Kubernetes object as read from a file; `file` is relative to the repository. */
export type Read = {
  file: string;
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; annotations?: Record<string, string> };
  spec?: unknown;
  /** Of a ConfigMap. */
  data?: Record<string, string>;
};

/** Every YAML file below a folder of the repository, in order of name. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

const alreadyRead = new Map<string, Read[]>();

/** The objects of a file, or of the render that it stands for. Throws on YAML that cannot be read. */
export function readManifests(file: string): Read[] {
  const found = alreadyRead.get(file) ?? readAnew(file);
  alreadyRead.set(file, found);
  return found;
}

function readAnew(file: string): Read[] {
  const isRender = file.startsWith(`${goldenDir}/`);
  const documents = parseAllDocuments(isRender ? goldenText(file) : readFileSync(join(root, file), 'utf8'));
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw new Error(`${file}: ${error.message}`);
    const value: unknown = document.toJS();
    return isObject(value) ? [{ ...value, file }] : [];
  });
}

function isObject(value: unknown): value is Omit<Read, 'file'> {
  return typeof value === 'object' && value !== null && 'kind' in value && 'apiVersion' in value;
}

/** Files with objects for an API server, by who owns them. */
export const manifestFiles = {
  charts: () => goldenFiles(),
  cdk8s: () => yamlFiles('cdk8s/dist'),
  argocd: () => [...yamlFiles('argocd/dist'), ...yamlFiles('argocd/roots')],
  load: () => yamlFiles('load/k8s'),
  eksctl: () => ['dev', 'staging', 'prod'].map((environment) => `eksctl/${environment}.yaml`),
};

/** Every value below an object, with the path of keys that leads to it. */
export function* valuesIn(value: unknown, path: readonly string[] = []): Generator<[string[], unknown]> {
  yield [[...path], value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) yield* valuesIn(each, [...path, key]);
}
