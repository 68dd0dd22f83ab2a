import { randomBytes } from 'node:crypto';
import { changeProfile, createProfile, findProfile } from '@healthbooker/appointment/tables/profile';
import { openStore } from '@healthbooker/appointment/tables/store';
import { ensureResources } from '../resources.ts';
import { awsEnv, region } from '../stores.ts';
import { testVariable } from './variables.ts';

/** The people of one table: what they are called, past the service that keeps it. */
export type TestProfiles = {
  /** The variables with which an appointment service under test uses this table and a queue of its own. */
  env: Record<string, string>;
  /** Gives somebody a profile, or another name. */
  call(personId: string, name: string): Promise<void>;
  close(): void;
};

/** The profiles of a table that exists, such as that of a test system. */
export function profilesOf(table: string): Pick<TestProfiles, 'call' | 'close'> {
  Object.assign(process.env, awsEnv);
  const store = openStore({ endpoint: testVariable('HB_TEST_DYNAMODB_ENDPOINT'), region, table });
  return {
    async call(personId, name) {
      const known = await findProfile(store, personId);
      if (known !== undefined) {
        await changeProfile(store, personId, known.version, { name });
        return;
      }
      await createProfile(store, {
        PK: personId,
        SK: 'METADATA',
        role: 'patient',
        name,
        birthDate: '1980-05-17',
        sex: 'unknown',
        phone: '',
        medicalRecordNumber: randomBytes(5).toString('hex'),
        timeZone: 'UTC',
        language: 'en',
        accessNeeds: [],
        preferredName: '',
        postcode: '',
        formerly: [],
        version: 1,
      });
    },
    close: store.close,
  };
}

/** A table and a queue of their own for one appointment service. */
export async function testProfiles(): Promise<TestProfiles> {
  const id = randomBytes(6).toString('hex');
  const endpoints = {
    dynamodb: testVariable('HB_TEST_DYNAMODB_ENDPOINT'),
    events: testVariable('HB_TEST_AWS_ENDPOINT'),
  };
  const table = `PBHMS_Core_${id}`;
  const { queueUrls } = await ensureResources({ urls: endpoints }, table, `test-${id}`);
  const env = {
    ...awsEnv,
    DYNAMODB_ENDPOINT: endpoints.dynamodb,
    DYNAMODB_TABLE: table,
    SQS_ENDPOINT: endpoints.events,
    EVENTS_QUEUE_URL: queueUrls.appointment,
  };
  return { ...profilesOf(table), env };
}
