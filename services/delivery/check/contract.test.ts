/** What one folder names exists in the folder that owns it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { followers as localFollowers } from '@healthbooker/local/resources';
import { parse } from 'yaml';
import { checkPin, readPin } from '../argocd/pins.ts';
import { serviceKinds, standInKinds } from '../argocd/projects.ts';
import { readCatalogue } from '../catalogue.ts';
import { followers } from '../cdk8s/data/events.ts';
import { partFiles } from '../cdk8s/parts.ts';
import { goldenFile } from '../charts/golden.ts';
import { servicePolicies } from '../eksctl/policies.ts';
import { environments, originOf } from '../environments.ts';
import { root } from '../root.ts';
import { type Read, readManifests, valuesIn } from './manifests.ts';
import { exportedMetrics, metricOf, seriesIn } from './metrics.ts';

type Rule = { record?: string; alert?: string; expr: string; annotations?: { runbook_url: string } };

const services = readCatalogue();
const names = services.map(({ name }) => name);

const charts = (environment: string): Read[] =>
  names.flatMap((name) => readManifests(goldenFile(environment, name)));
const platform = (environment: string): Read[] => partFiles(environment).flatMap(readManifests);
const namesOf = (objects: readonly Read[], kind: string) =>
  objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);

function checkKinds(objects: readonly Read[], allowed: readonly { group: string; kind: string }[]): void {
  for (const { apiVersion, kind } of objects) {
    const own = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    assert.ok(
      allowed.some((one) => one.group === own && one.kind === kind),
      `${own}/${kind}`,
    );
  }
}

/** The values of a field wherever it stands in some objects. */
const fields = (objects: readonly Read[], field: string): unknown[] =>
  objects.flatMap((object) =>
    [...valuesIn(object)].filter(([path]) => path.at(-1) === field).map(([, value]) => value),
  );

for (const environment of environments) {
  const { name } = environment;
  describe(`in ${name}`, () => {
    test('every analysis template that a rollout names is there and takes its arguments', () => {
      const templates = new Map(
        platform(name)
          .filter(({ kind }) => kind === 'ClusterAnalysisTemplate')
          .map(({ metadata, spec }) => [metadata.name, spec as { args: { name: string }[] }]),
      );
      for (const rollout of charts(name).filter(({ kind }) => kind === 'Rollout')) {
        for (const [, value] of valuesIn(rollout)) {
          if (typeof value !== 'object' || value === null || !('templates' in value)) continue;
          const analysis = value as { templates: { templateName: string }[]; args: { name: string }[] };
          for (const { templateName } of analysis.templates) {
            const template = templates.get(templateName);
            assert.ok(template, `${rollout.metadata.name} names ${templateName}`);
            assert.deepEqual(
              analysis.args.map((arg) => arg.name),
              template.args.map((arg) => arg.name),
            );
          }
        }
      }
      assert.equal(templates.size, 2 * services.length);
    });

    test('every priority class that a pod names is there', () => {
      const known = namesOf(platform(name), 'PriorityClass');
      const used = fields(charts(name), 'priorityClassName');
      assert.ok(used.length >= services.length);
      for (const each of used) assert.ok(known.includes(String(each)), String(each));
    });

    test('every service account that a pod names is made by its chart', () => {
      const made = namesOf(charts(name), 'ServiceAccount');
      for (const each of fields(charts(name), 'serviceAccountName')) {
        assert.ok(made.includes(String(each)), String(each));
      }
    });

    test('charts make no kind that their project forbids', () => {
      checkKinds(charts(name), serviceKinds);
    });

    test('an environment says for every service what runs', () => {
      for (const service of names) {
        const pin = readPin(name, service);
        assert.equal(pin.service, service);
        checkPin(pin);
      }
      assert.deepEqual(
        readdirSync(join(root, 'argocd/envs', name)).sort(),
        names.map((service) => `${service}.yaml`).sort(),
      );
    });

    test('databases have room for the pools of all replicas, and the quota for all pods', () => {
      const values = parse(readFileSync(join(root, `charts/envs/${name}.yaml`), 'utf8')) as {
        postgres: { maxConnections: number };
      };
      assert.equal(values.postgres.maxConnections, environment.maxConnections);
      const most = new Map(
        charts(name)
          .filter(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject')
          .map(({ metadata, spec }) => {
            const { maxReplicas, maxReplicaCount } = spec as Record<string, number>;
            return [metadata.name, maxReplicas ?? maxReplicaCount ?? 0];
          }),
      );
      assert.deepEqual([...most.keys()].sort(), [...names].sort());
      const connections = services.reduce(
        (sum, { name: service, pools }) => sum + (most.get(service) ?? 0) * (pools.postgres ?? 0),
        0,
      );
      assert.ok(connections > 0);
      assert.ok(connections <= 0.8 * environment.maxConnections, `${connections} connections`);
      const pods = [...most.values()].reduce((sum, count) => sum + count, 0);
      assert.ok(pods <= environment.quota.pods, `${pods} pods`);
    });

    if (environment.aws !== undefined) {
      const { foundation, region } = environment.aws;

      test('every Secret and ConfigMap that a pod mounts comes from somewhere', () => {
        const made = [
          ...fields(platform(name), 'target').map((target) => (target as { name: string }).name),
          ...fields(
            charts(name).filter(({ kind }) => kind === 'Certificate'),
            'secretName',
          ),
          ...namesOf(charts(name), 'ConfigMap'),
        ];
        // Made by hand once: argocd/README.md.
        const byHand = ['rds-ca'];
        for (const object of charts(name)) {
          for (const [path, value] of valuesIn(object)) {
            const mounted =
              path.at(-2) === 'secret' || path.at(-2) === 'secretKeyRef' || path.at(-2) === 'configMap';
            if (!mounted || !['secretName', 'name'].includes(path.at(-1) ?? '')) continue;
            assert.ok(made.includes(value) || byHand.includes(String(value)), `${object.file}: ${value}`);
          }
        }
      });

      test('certificates name an issuer that is there', () => {
        const known = namesOf(platform(name), 'ClusterIssuer');
        const used = fields(charts(name), 'issuerRef').map((issuer) => (issuer as { name: string }).name);
        assert.ok(used.length > 0);
        for (const each of used) assert.ok(known.includes(each), each);
      });

      test('charts and foundation speak of the same account, network, user pool and address', () => {
        const text = readFileSync(join(root, `charts/envs/${name}.yaml`), 'utf8');
        const values = parse(text) as Record<string, Record<string, string>>;
        assert.equal(values['aws']?.['region'], region);
        assert.equal(values['cognito']?.['userPoolId'], foundation.userPoolId);
        assert.equal(values['publicUrl'], originOf(name));
        for (const [, cidr] of text.matchAll(/cidr: (10\.[\d./]+)/g)) assert.equal(cidr, foundation.vpcCidr);
        for (const [, account] of text.matchAll(/arn:aws:\w+:[\w-]+:(\d{12}):/g)) {
          assert.equal(account, foundation.accountId);
        }
      });

      test('every service account with an identity in AWS is made by its chart', () => {
        const made = namesOf(charts(name), 'ServiceAccount');
        for (const service of servicePolicies(name, environment.aws ?? assert.fail()).keys()) {
          assert.ok(made.includes(service), service);
        }
      });
    }
  });
}

test('images come from one registry, and it has a repository for each', () => {
  const hosts = new Set<string>();
  for (const { name, aws } of environments) {
    if (aws === undefined) continue;
    for (const image of fields(charts(name), 'image')) {
      const found = /^([^/]+)\/healthbooker\/([a-z-]+)@sha256:[0-9a-f]{64}$/.exec(String(image));
      assert.ok(found, String(image));
      hosts.add(found[1] ?? '');
    }
  }
  const prod = environments.find(({ name }) => name === 'prod')?.aws;
  assert.deepEqual([...hosts], [`${prod?.foundation.accountId}.dkr.ecr.${prod?.region}.amazonaws.com`]);
  const template = parse(readFileSync(join(root, 'eksctl/foundation.yaml'), 'utf8')) as {
    Resources: Record<string, [string, string[], unknown]>;
  };
  assert.deepEqual(template.Resources['Fn::ForEach::Repositories']?.[1], names);
});

test('queues are those that the local stack makes', () => {
  assert.deepEqual(followers, [...localFollowers]);
});

describe('metrics', () => {
  const exported = exportedMetrics();
  const rules = platform('prod')
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap(({ spec }) => (spec as { groups: { rules: Rule[] }[] }).groups)
    .flatMap((group) => group.rules);
  const recorded = new Set(rules.flatMap(({ record }) => record ?? []));

  function assertKnown(where: string, expression: string): void {
    const read = seriesIn(expression);
    assert.ok(read.length > 0, `${where} reads nothing: ${expression}`);
    for (const series of read) {
      assert.ok(
        recorded.has(series) || metricOf(series, exported) !== undefined,
        `${where} reads ${series}, which no service exports`,
      );
    }
  }

  test('every rule, gate, dashboard and scaler reads what a service exports', () => {
    for (const rule of rules) assertKnown(rule.alert ?? rule.record ?? '', rule.expr);
    for (const { name } of environments) {
      for (const query of fields([...platform(name), ...charts(name)], 'query'))
        assertKnown(name, String(query));
    }
    const dashboards = platform('prod').flatMap(({ data }) => Object.entries(data ?? {}));
    assert.equal(dashboards.length, 3);
    for (const [file, text] of dashboards) {
      for (const [path, value] of valuesIn(JSON.parse(text))) {
        if (path.at(-1) === 'expr') assertKnown(file, String(value));
      }
    }
  });

  test('a metric that nobody exports is found', () => {
    assert.throws(() => assertKnown('x', 'sum by (le) (rate(no_such_metric_total{outcome="done"}[5m])) > 0'));
    assert.deepEqual(seriesIn('a{x="b"} / (c_count > 0) unless max by (d, e) (rate(f[5m]))'), [
      'a',
      'c_count',
      'f',
    ]);
  });

  test('every latency that is promised is a bound of a bucket', () => {
    const text = readFileSync(join(root, 'services/runtime/metrics.ts'), 'utf8');
    const bounds = (/const buckets = \[([^\]]+)\]/.exec(text)?.[1] ?? '').split(',').map(Number);
    for (const { name, slo } of services) assert.ok(bounds.includes(slo.latency_ms.p99 / 1000), name);
  });

  test('every alert has its runbook: a section of a README that names it', () => {
    const overview = readFileSync(join(root, 'cdk8s/README.md'), 'utf8');
    for (const { alert, annotations } of rules) {
      if (alert === undefined) continue;
      const file = /\/blob\/main\/((?:services\/[a-z-]+|argocd)\/README\.md)#runbook$/.exec(
        annotations?.runbook_url ?? '',
      )?.[1];
      assert.ok(file !== undefined && existsSync(join(root, file)), `${alert}: ${annotations?.runbook_url}`);
      const [, runbook = ''] = readFileSync(join(root, file), 'utf8').split('\n## Runbook\n');
      assert.ok(runbook.includes(`\`${alert}\``), `${file} says nothing of ${alert} under "Runbook"`);
      assert.ok(overview.includes(`\`${alert}\``), `cdk8s/README.md does not list ${alert}`);
    }
  });
});

test('the stand-ins are of kinds that their project permits', () => {
  checkKinds(readManifests(goldenFile('rig', 'datastores')), standInKinds);
});
