/** What an Application brings in exists, its project allows it, and every part has an Application that brings it in. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { test } from 'node:test';
import { readCatalogue } from '../catalogue.ts';
import { build } from '../cdk8s/build.ts';
import { objectsOf, partFiles } from '../cdk8s/parts.ts';
import { environments } from '../environments.ts';
import { root } from '../root.ts';
import { type Read, readManifests, yamlFiles } from './manifests.ts';

type Source = {
  repoURL: string;
  path?: string;
  chart?: string;
  targetRevision: string;
  directory?: { include: string };
  helm?: { valueFiles?: string[] };
};
type AppSpec = {
  project: string;
  source: Source;
  destination: { namespace: string };
  syncPolicy: { automated?: unknown };
};
type Kind = { group: string; kind: string };
type ProjectSpec = {
  sourceRepos: string[];
  destinations: { namespace: string }[];
  clusterResourceWhitelist: Kind[];
  namespaceResourceWhitelist: Kind[];
};

/** The files that Argo CD takes of a folder. */
function filesOf({ path = '', directory }: Source): string[] {
  return readdirSync(join(root, path))
    .filter((file) => matchesGlob(file, directory?.include ?? ''))
    .map((file) => `${path}/${file}`);
}

for (const environment of environments) {
  const { name, aws } = environment;
  const objects = yamlFiles(`argocd/dist/${name}`).flatMap(readManifests);
  const applications = objects.filter(({ kind }) => kind === 'Application');
  const projects = new Map(
    objects
      .filter(({ kind }) => kind === 'AppProject')
      .map(({ metadata, spec }) => [metadata.name, spec as ProjectSpec]),
  );
  const specOf = (application: Read) => application.spec as AppSpec;

  test(`in ${name} every application has its source, and its project lets it`, () => {
    for (const application of applications) {
      const { project, source, destination } = specOf(application);
      const rules = projects.get(project);
      assert.ok(rules, `${application.metadata.name} is of the project ${project}`);
      assert.ok(rules.sourceRepos.includes(source.repoURL), source.repoURL);
      assert.ok(
        rules.destinations.some(({ namespace }) => namespace === destination.namespace),
        `${application.metadata.name} goes to ${destination.namespace}`,
      );
      if (source.path === undefined) {
        assert.match(
          source.targetRevision,
          /^v?\d+\.\d+\.\d+$/,
          `${application.metadata.name} is not pinned`,
        );
        continue;
      }
      if (source.directory === undefined) assert.ok(existsSync(join(root, source.path, 'Chart.yaml')));
      else assert.ok(filesOf(source).length > 0, `${source.path}: ${source.directory.include}`);
      for (const file of source.helm?.valueFiles ?? []) {
        assert.ok(existsSync(join(root, source.path, file)), `${source.path}: ${file}`);
      }
    }
  });

  test(`in ${name} every part is brought in once, whole, as the code makes it, and no kind that its project forbids`, () => {
    const made = build(environment).parts;
    const bringing = applications.filter((application) => specOf(application).source.directory !== undefined);
    assert.deepEqual(bringing.map(({ metadata }) => metadata.name).sort(), [...made.keys()].sort());
    for (const application of bringing) {
      const { project, source } = specOf(application);
      const files = filesOf(source);
      const texts = files.flatMap((file) => objectsOf(readFileSync(join(root, file), 'utf8')));
      assert.deepEqual(texts.sort(), [...(made.get(application.metadata.name) ?? [])].sort());
      const { clusterResourceWhitelist = [], namespaceResourceWhitelist = [] } = projects.get(project) ?? {};
      for (const { apiVersion, kind, metadata } of files.flatMap(readManifests)) {
        const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
        const allowed =
          metadata.namespace === undefined ? clusterResourceWhitelist : namespaceResourceWhitelist;
        assert.ok(
          allowed.some((each) => each.group === group && each.kind === kind),
          `${project} forbids ${kind}`,
        );
      }
    }
  });

  test(`in ${name} services come callees first, each by its own chart`, () => {
    const set = objects.find(({ kind }) => kind === 'ApplicationSet')?.spec as {
      strategy: { rollingSync: { steps: { matchExpressions: { values: string[] }[] }[] } };
    };
    const steps = set.strategy.rollingSync.steps.map((step) =>
      step.matchExpressions.flatMap(({ values }) => values),
    );
    const services = readCatalogue();
    assert.deepEqual(steps.flat().sort(), services.map((service) => service.name).sort());
    const stepOf = (service: string) => steps.findIndex((step) => step.includes(service));
    for (const { name: callee, callers } of services) {
      assert.ok(existsSync(join(root, `charts/${callee}/Chart.yaml`)), callee);
      for (const caller of callers) assert.ok(stepOf(callee) < stepOf(caller), `${callee} before ${caller}`);
    }
  });

  if (aws !== undefined) {
    test(`in ${name} the data tier waits for a person, and is kept whatever happens to its objects`, () => {
      const data = applications.find(({ metadata }) => metadata.name === 'data');
      assert.ok(data !== undefined);
      assert.equal(specOf(data).syncPolicy.automated, undefined);
      const kept = partFiles(name, 'data').flatMap(readManifests);
      assert.ok(kept.length > 10);
      for (const { kind, metadata } of kept) {
        const annotations = metadata.annotations ?? {};
        assert.equal(annotations['services.k8s.aws/deletion-policy'], 'retain', kind);
        assert.equal(annotations['services.k8s.aws/adoption-policy'], 'adopt-or-create', kind);
        assert.match(annotations['argocd.argoproj.io/sync-options'] ?? '', /Prune=confirm/, kind);
      }
    });
  }
}
