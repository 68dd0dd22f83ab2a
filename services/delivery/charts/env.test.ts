/** A chart gives a process exactly the variables that it reads: complete, of the right form, allowed in production. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readCatalogue } from '../catalogue.ts';
import { environments } from '../environments.ts';
import { type Pod, type Rendered, readGolden } from './golden.ts';

/** What the files of Secrets hold, by the variable they stand for. */
const secrets: Readonly<Record<string, string>> = {
  DATABASE_PASSWORD: 'password',
  SMTP_URL: 'smtps://user:password@mail.example:465',
  ALLOCATION_KEY: 'sixteen or more characters',
};

type ReadConfig = (env: NodeJS.ProcessEnv) => Record<string, unknown>;

async function configOf(service: string): Promise<ReadConfig> {
  const module: Record<string, unknown> = await import(`@healthbooker/${service}/config`);
  const found = Object.entries(module).filter(([name]) => name.endsWith('Config'));
  const [entry] = found;
  assert.ok(entry !== undefined && found.length === 1, `${service} has one config`);
  return entry[1] as ReadConfig;
}

const isWorkload = ({ kind }: Rendered) => kind === 'Rollout' || kind === 'Deployment';

for (const { name: environment } of environments) {
  describe(`in ${environment}`, () => {
    for (const { name } of readCatalogue()) {
      test(`${name} can read its configuration`, async () => {
        const workload = readGolden(environment, name).find(isWorkload);
        assert.ok(workload);
        const { template } = workload.spec as { template: Pod };
        const given = template.spec.containers[0]?.env ?? [];
        const env = Object.fromEntries(
          given.map(({ name: variable, value = '' }) => {
            const secret = secrets[variable.replace(/_FILE$/, '')];
            const isSecretFile = variable.endsWith('_FILE') && secret !== undefined;
            return isSecretFile ? [variable.replace(/_FILE$/, ''), secret] : [variable, value];
          }),
        );
        const config = (await configOf(name))(env);
        assert.equal(config['NODE_ENV'], environment === 'rig' ? 'development' : 'production');
        if (name.endsWith('-edge')) assert.equal(config['ENVIRONMENT'], environment);
        // If a chart gives an address that the process does not read, the catalogue names a caller that does not
        // call.
        for (const variable of Object.keys(env).filter((each) => each.endsWith('_ADDRESS'))) {
          assert.equal(config[variable], env[variable], variable);
        }
      });
    }
  });
}
