import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { stackPlace, startLocalStack } from '@healthbooker/local/test/local-stack';
import { addPeople } from '@healthbooker/local/test/people';
import { signIn } from '@healthbooker/local/test/sign-in';
import pg from 'pg';

export type Person = { sub: string; name: string; email: string; password: string };

/** A whole running system with the smallest hospital, and its stores to look into. */
export type PortalStack = {
  url: string;
  hospital: TestHospital;
  /** The clinician whose slots the hospital has. */
  provider: Person;
  admin: Person;
  ehr: pg.Pool;
  items: DynamoDBDocumentClient;
  table: string;
  /** Makes somebody who can sign in as a patient; `attributes` are what is special about the account. */
  patient(name: string, attributes?: Readonly<Record<string, string>>): Person;
  /** Makes somebody of the staff who can sign in at the clinic. */
  staff(
    name: string,
    group: 'Receptionists' | 'Privacy' | 'Managers' | 'Admins',
    attributes?: Readonly<Record<string, string>>,
  ): Person;
  /** Asks an edge as somebody of the staff, without a browser; fails when it refuses. */
  asStaff(person: Person, method: 'PUT' | 'POST', path: string, body: object): Promise<unknown>;
  /** Books a slot for a patient, or somebody they act for, without a browser; returns the appointment's id. */
  book(person: Person, slotId: string, patientId?: string, reason?: string): Promise<string>;
  close(): Promise<void>;
};

export async function startPortals(): Promise<PortalStack> {
  const place = await stackPlace();
  try {
    const stack = await startLocalStack({ ...place, args: ['--empty'] });
    const file = stack.read();
    const { stores, url } = file;
    // The mails of this system, not those of the test run.
    process.env['HB_TEST_INBOX_URL'] = stores.inbox;
    const hospital = await testHospital(stores.owners['scheduler'] ?? '');
    const add = (
      person: Person,
      group: 'Patients' | 'Providers' | 'Admins' | 'Receptionists' | 'Privacy' | 'Managers',
      more: Readonly<Record<string, string>> = {},
    ): Person => {
      addPeople(file, [
        { ...person, groups: [group], attributes: { name: person.name, birthdate: '1985-03-27', ...more } },
      ]);
      return person;
    };
    const provider = add(newPerson('Dr Test 1', hospital.providers[0]), 'Providers');
    const admin = add(newPerson('Ruth Admin'), 'Admins');
    const ehr = new pg.Pool({ connectionString: stores.owners['ehr'] ?? '', max: 2 });
    const items = DynamoDBDocumentClient.from(
      new DynamoDBClient({
        endpoint: stores.dynamodb,
        region: 'eu-west-2',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      }),
    );
    return {
      url,
      hospital,
      provider,
      admin,
      ehr,
      items,
      table: stores.table,
      patient: (name, attributes) => add(newPerson(name), 'Patients', attributes),
      staff: (name, group, attributes) => add(newPerson(name), group, attributes),
      book: async (person, slotId, patientId = person.sub, reason = '') =>
        bookWithout(url, await signIn(file, person.email, person.password, 'patient'), {
          slotId,
          patientId,
          reason,
        }),
      async asStaff(person, method, path, body) {
        const token = await signIn(file, person.email, person.password, 'staff');
        return ask(`${url}${path}`, method, token, body);
      },
      async close() {
        items.destroy();
        await Promise.all([hospital.close(), ehr.end()]);
        await stack.end();
        place.remove();
      },
    };
  } catch (error) {
    place.remove();
    throw error;
  }
}

async function bookWithout(
  url: string,
  token: string,
  visit: { slotId: string; patientId: string; reason: string },
): Promise<string> {
  const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
  const requests: [path: string, body: object][] = [
    ['session', {}],
    ['appointments', { ...visit, symptoms }],
  ];
  let answer: { appointment?: { id: string } } = {};
  for (const [path, body] of requests) {
    answer = (await ask(`${url}/v1/${path}`, 'POST', token, body)) as typeof answer;
  }
  return answer.appointment?.id ?? '';
}

async function ask(url: string, method: string, token: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Somebody new; nothing of them is stored yet. */
export function newPerson(name: string, sub: string = randomUUID()): Person {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${sub.slice(0, 4)}@example.org`;
  return { sub, name, email, password: 'correct horse 7 battery' };
}
