/** What Argo CD is told to bring in is there, its project lets it, and every part has somebody who brings it in. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCatalogue } from '../catalogue.ts';
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

for (const { name, aws } of environments) {
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
      assert.ok(existsSync(join(root, source.path, source.directory?.include ?? 'Chart.yaml')), source.path);
      for (const file of source.helm?.valueFiles ?? []) {
        assert.ok(existsSync(join(root, source.path, file)), `${source.path}: ${file}`);
      }
    }
  });

  test(`in ${name} every part of cdk8s/dist is brought in once, and holds no kind that its project forbids`, () => {
    const parts = yamlFiles(`cdk8s/dist/${name}`);
    const brought = applications.flatMap((application) => {
      const { source } = specOf(application);
      return source.directory === undefined ? [] : [`${source.path}/${source.directory.include}`];
    });
    assert.deepEqual([...brought].sort(), parts);
    for (const application of applications) {
      const { project, source } = specOf(application);
      if (source.directory === undefined) continue;
      const { clusterResourceWhitelist = [], namespaceResourceWhitelist = [] } = projects.get(project) ?? {};
      for (const { apiVersion, kind, metadata } of readManifests(
        `${source.path}/${source.directory.include}`,
      )) {
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
      const kept = readManifests(`cdk8s/dist/${name}/data.yaml`);
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
