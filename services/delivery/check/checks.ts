import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { stringify } from 'yaml';
import { readCatalogue } from '../catalogue.ts';
import { wholeFiles } from '../cdk8s/build.ts';
import { appNamespace } from '../cdk8s/platform/namespaces.ts';
import { goldenFiles, goldenText } from '../charts/golden.ts';
import { writeFiles } from '../folder.ts';
import { root } from '../root.ts';
import { checkovExceptions, kubeScoreExceptions } from './exceptions.ts';
import { gateTests } from './gate-tests.ts';
import { manifestFiles, readManifests, yamlFiles } from './manifests.ts';
import { tool } from './tools.ts';

export type Run = {
  /** A folder for files that only this run needs. */
  dir: string;
  /** Runs a program in the root of the repository; throws with what it printed unless it exits with 0. */
  exec(command: string, args: string[], env?: Record<string, string>): string;
};

export type Check = { name: string; run(with_: Run): void };

const schemas = 'cdk8s/schemas/gen/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json';
const anyDigest = `sha256:${'0'.repeat(64)}`;

/** The environment whose workloads are Deployments: linters do not know Rollouts, and the pods are the same. */
const linted = goldenFiles('dev');

/** Whole renders as files, for programs that cannot read differences. */
function rendered(dir: string, files: readonly string[]): string[] {
  const texts = files.map((file) => [file.replace(/diff$/, 'yaml'), goldenText(file)] as const);
  writeFiles(dir, new Map(texts));
  return texts.map(([file]) => join(dir, file));
}

/** Workloads as they arrive in the cluster: Helm gives them their namespace only then. */
function inNamespace(dir: string): string {
  const folder = join(dir, 'workloads');
  mkdirSync(folder, { recursive: true });
  for (const file of linted) {
    const placed = readManifests(file).map(({ file: _, ...manifest }) => ({
      ...manifest,
      metadata: { namespace: appNamespace, ...manifest.metadata },
    }));
    writeFileSync(
      join(folder, `${basename(file, extname(file))}.yaml`),
      placed.map((each) => stringify(each)).join('---\n'),
    );
  }
  return folder;
}

/** The rules as a file that Prometheus reads without its operator. */
function rules(dir: string): string {
  const file = join(dir, 'prometheus-rules.yaml');
  writeFileSync(file, wholeFiles().get('prometheus-rules.yaml') ?? '');
  return file;
}

export const checks: readonly Check[] = [
  {
    name: 'what is generated is what the code makes',
    run: ({ exec }) => void exec(process.execPath, ['services/delivery/main.ts', '--check']),
  },
  {
    name: 'charts render what is committed',
    run: ({ exec }) =>
      void exec(process.execPath, ['services/delivery/charts/render.ts', '--check'], { HELM: tool('helm') }),
  },
  {
    name: 'helm lint --strict',
    run: ({ exec }) => {
      for (const { name } of readCatalogue()) {
        for (const file of yamlFiles('charts/envs')) {
          const values = ['--values', file, '--set', `image.digest=${anyDigest}`];
          exec(tool('helm'), ['lint', '--strict', '--quiet', `charts/${name}`, ...values]);
        }
      }
      exec(tool('helm'), [
        'lint',
        '--strict',
        '--quiet',
        'charts/datastores',
        '--set',
        `image.digest=${anyDigest}`,
      ]);
    },
  },
  {
    name: 'kubeconform -strict',
    run: ({ exec, dir }) => {
      const { charts, ...others } = manifestFiles;
      const files = [...rendered(dir, charts()), ...Object.values(others).flatMap((list) => list())];
      exec(tool('kubeconform'), ['-strict', '-summary', '-schema-location', schemas, ...files]);
    },
  },
  {
    name: 'kube-score',
    run: ({ exec, dir }) => {
      const ignored = Object.keys(kubeScoreExceptions).flatMap((rule) => ['--ignore-test', rule]);
      const options = ['--output-format', 'ci', '--exit-one-on-warning', '--kubernetes-version', 'v1.35'];
      exec(tool('kube-score'), ['score', ...options, ...ignored, ...rendered(dir, linted)]);
    },
  },
  {
    name: 'checkov: workloads',
    run: ({ exec, dir }) =>
      void exec(tool('checkov'), [...checkov('kubernetes'), '--directory', inNamespace(dir)]),
  },
  {
    name: 'checkov: foundation',
    run: ({ exec }) =>
      void exec(tool('checkov'), [
        ...checkov('cloudformation'),
        '--file',
        'eksctl/foundation.yaml',
        'eksctl/global.yaml',
      ]),
  },
  {
    name: 'promtool: rules',
    run: ({ exec, dir }) => void exec(tool('promtool'), ['check', 'rules', '--lint-fatal', rules(dir)]),
  },
  {
    name: 'promtool: when they fire',
    run: ({ exec, dir }) => {
      const beside = dirname(rules(dir));
      const tests = yamlFiles('services/delivery/cdk8s/slo/tests').map((file) => {
        const copy = join(beside, basename(file));
        copyFileSync(join(root, file), copy);
        return copy;
      });
      exec(tool('promtool'), ['test', 'rules', ...tests]);
    },
  },
  {
    name: 'promtool: what gates say',
    run: ({ exec, dir }) => {
      const file = join(dir, 'gates.yaml');
      writeFileSync(file, gateTests());
      exec(tool('promtool'), ['test', 'rules', file]);
    },
  },
  {
    name: 'actionlint',
    // Without this it would call shellcheck and pyflakes where they are installed, and its result would depend on the
    // machine.
    run: ({ exec }) => void exec(tool('actionlint'), ['-shellcheck=', '-pyflakes=']),
  },
];

function checkov(framework: string): string[] {
  const skipped = Object.keys(checkovExceptions);
  return [
    '--framework',
    framework,
    '--compact',
    '--quiet',
    '--skip-download',
    ...(skipped.length > 0 ? ['--skip-check', skipped.join(',')] : []),
  ];
}
