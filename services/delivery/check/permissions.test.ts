import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { readCatalogue } from '../catalogue.ts';
import { servicePolicies } from '../eksctl/policies.ts';
import { environments } from '../environments.ts';
import { root } from '../root.ts';

/** What a command of the SDK needs; null: nothing, or it is only ever sent by a tool or a test. */
const actions: Readonly<Record<string, string | null>> = {
  AdminAddUserToGroup: 'cognito-idp:AdminAddUserToGroup',
  AdminCreateUser: 'cognito-idp:AdminCreateUser',
  AdminDisableUser: 'cognito-idp:AdminDisableUser',
  AdminEnableUser: 'cognito-idp:AdminEnableUser',
  AdminGetUser: 'cognito-idp:AdminGetUser',
  AdminListGroupsForUser: 'cognito-idp:AdminListGroupsForUser',
  AdminRemoveUserFromGroup: 'cognito-idp:AdminRemoveUserFromGroup',
  // Called with the person's own token.
  GetUser: null,
  BatchGet: 'dynamodb:BatchGetItem',
  Delete: 'dynamodb:DeleteItem',
  Get: 'dynamodb:GetItem',
  Put: 'dynamodb:PutItem',
  Query: 'dynamodb:Query',
  Update: 'dynamodb:UpdateItem',
  // The table is made by cdk8s/data; the code makes it for tests and the local stack.
  CreateTable: null,
  GetObject: 's3:GetObject',
  HeadObject: 's3:GetObject',
  PutObject: 's3:PutObject',
  DeleteObject: 's3:DeleteObject',
  PublishBatch: 'sns:Publish',
  ChangeMessageVisibility: 'sqs:ChangeMessageVisibility',
  DeleteMessage: 'sqs:DeleteMessage',
  GetQueueAttributes: 'sqs:GetQueueAttributes',
  GetQueueUrl: 'sqs:GetQueueUrl',
  ReceiveMessage: 'sqs:ReceiveMessage',
};

/** Functions of other folders that send commands, with those they send. */
const shared: Readonly<Record<string, string[]>> = {
  openBucket: ['GetObject', 'PutObject'],
  startOutboxRelay: ['PublishBatch'],
  startFollower: [
    'ChangeMessageVisibility',
    'DeleteMessage',
    'GetQueueAttributes',
    'GetQueueUrl',
    'ReceiveMessage',
  ],
};

/** Commands that the code of a folder sends, itself or by a function of `shared`. */
function commandsOf(folder: string): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(join(root, 'services', folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !path.endsWith('.ts') || path.endsWith('.test.ts')) continue;
    if (path.includes('/test/') || path.includes('node_modules')) continue;
    const text = readFileSync(path, 'utf8');
    for (const [, command] of text.matchAll(/new ([A-Z]\w+)Command\(/g)) found.add(command ?? '');
    for (const [name, commands] of Object.entries(shared)) {
      if (text.includes(`${name}(`)) for (const command of commands) found.add(command);
    }
  }
  return found;
}

for (const { name, aws } of environments) {
  if (aws === undefined) continue;
  test(`in ${name} every service may do what its code does`, () => {
    const policies = servicePolicies(name, aws);
    for (const { name: service, kind } of readCatalogue()) {
      const allowed = (policies.get(service) ?? []).flatMap(({ Action }) => Action);
      const sent = [...commandsOf(service), ...(kind === 'edge' ? ['AdminAddUserToGroup', 'GetUser'] : [])];
      for (const command of sent) {
        assert.ok(command in actions, `${service} sends ${command}Command: say which permission it needs`);
        const action = actions[command];
        if (action !== null && action !== undefined) {
          assert.ok(allowed.includes(action), `${service} needs ${action}`);
        }
      }
    }
  });
}

const onlyNotices = {
  'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['NOTICES', 'REACH', 'REQUESTS'] },
};

test('nobody may read whole tables, delete data, or do everything of a service', () => {
  for (const { name, aws } of environments) {
    if (aws === undefined) continue;
    for (const statements of servicePolicies(name, aws).values()) {
      for (const { Action, Resource, Condition } of statements) {
        // What is owed to people stands in lists of its own, under keys that no person has.
        const isOfNotices = isDeepStrictEqual(Condition, onlyNotices);
        for (const action of Action.filter((each) => !(isOfNotices && each === 'dynamodb:DeleteItem')))
          assert.doesNotMatch(action, /\*|Scan|DeleteItem|DeleteObject|DeleteTable/);
        for (const arn of [Resource].flat()) assert.match(arn, /^arn:aws:[\w-]+:/);
      }
    }
  }
});
