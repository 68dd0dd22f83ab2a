/**
 * Turns the outputs of a stack of foundation.yaml into eksctl/outputs/<environment>.json.
 *
 *     aws cloudformation describe-stacks --stack-name healthbooker-dev | node services/delivery/eksctl/read-outputs.ts dev
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../root.ts';

type Described = { Stacks: { Outputs: { OutputKey: string; OutputValue: string }[] }[] };

const environment = process.argv[2] ?? '';
const file = join(root, `eksctl/outputs/${environment}.json`);
const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string | string[]>;
const described = JSON.parse(await text(process.stdin)) as Described;
const outputs = new Map(
  described.Stacks.flatMap(({ Outputs }) => Outputs).map(({ OutputKey, OutputValue }) => [
    OutputKey,
    OutputValue,
  ]),
);
const after: Record<string, string | string[]> = {};
for (const [key, value] of Object.entries(before)) {
  const output = outputs.get(key);
  if (output === undefined) throw new Error(`The stack has no output ${key}`);
  after[key] = Array.isArray(value) ? output.split(',') : output;
}
writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`);
