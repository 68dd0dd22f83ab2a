import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { medicalRecordNumber } from '@healthbooker/appointment/medical-record-number';
import { toItem } from '@healthbooker/appointment/tables/appointment-item';
import { toNumberItem } from '@healthbooker/appointment/tables/patient-number';
import type { ProfileItem } from '@healthbooker/appointment/tables/profile';
import { rewrittenItem } from '@healthbooker/appointment/tables/reconcile-cursor';
import { toHeadlineItem } from '@healthbooker/appointment/tables/record-headline';
import { reservationVersionSize } from '@healthbooker/protos/gen/readers';
import { awsEnv, region } from '../stores.ts';
import type { Entry } from './chart.ts';
import type { Patient } from './patients.ts';
import { reservationVersions } from './reservations.ts';
import { officeStaff, type Provider, providers } from './staff.ts';
import { headline } from './to-chart.ts';
import type { Visit } from './visits.ts';
import { zoneOf } from './visits.ts';

/** DynamoDB takes at most this many items in one call. */
const batch_size = 25;
const parallel = 4;

/** Writes profiles, and the timelines that the appointment service would project from visits and entries. */
export async function seedCoreTable(
  at: { endpoint: string; table: string },
  people: readonly Patient[],
  visits: readonly Visit[],
  entries: readonly Entry[],
): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: at.endpoint,
    region,
    credentials: { accessKeyId: awsEnv.AWS_ACCESS_KEY_ID, secretAccessKey: awsEnv.AWS_SECRET_ACCESS_KEY },
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const items = [
    ...people.map(patientProfile),
    ...people.flatMap((patient) => toNumberItem(patientProfile(patient)) ?? []),
    ...[...providers.map(providerProfile), ...officeStaff.map(staffProfile)].filter(
      ({ PK }) => !people.some(({ id }) => id === PK),
    ),
    ...visits.flatMap((visit) => reservationVersions(visit).slice(-1).map(toItem)),
    ...entries.map((entry) => toHeadlineItem(headline(entry))),
    rewrittenItem(reservationVersionSize),
  ];
  const batches = Array.from({ length: Math.ceil(items.length / batch_size) }, (_, index) =>
    items.slice(index * batch_size, (index + 1) * batch_size),
  );
  const writeNext = async (): Promise<void> => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const puts = batch.map((Item) => ({ PutRequest: { Item } }));
      const { UnprocessedItems } = await documents.send(
        new BatchWriteCommand({ RequestItems: { [at.table]: puts } }),
      );
      const left = UnprocessedItems?.[at.table]?.length ?? 0;
      if (left > 0) throw new Error(`DynamoDB left ${left} items out`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, writeNext));
  client.destroy();
}

function patientProfile(patient: Patient): ProfileItem {
  const { id, name, email, birthDate, sex, phone, timeZone, language, accessNeeds, postcode } = patient;
  return {
    ...key(id),
    ...(email && { email }),
    // Whoever works here is known by that.
    role: providers.some((each) => each.id === id)
      ? 'provider'
      : (officeStaff.find((each) => each.id === id)?.role ?? 'patient'),
    medicalRecordNumber: medicalRecordNumber(id),
    name,
    birthDate,
    sex,
    phone,
    timeZone,
    language,
    accessNeeds,
    postcode,
  };
}

function providerProfile({ id, name, email, sessions }: Provider): ProfileItem {
  const timeZone = zoneOf(sessions[0]?.location ?? 'riverside');
  return { ...key(id), email, role: 'provider', name, ...unsaid, timeZone };
}

function staffProfile({ id, name, email, role }: (typeof officeStaff)[number]): ProfileItem {
  return { ...key(id), email, role, name, ...unsaid, timeZone: 'Europe/London' };
}

/** What is not known of staff. */
const unsaid = {
  birthDate: '',
  sex: 'unknown',
  phone: '',
  medicalRecordNumber: '',
  language: 'en-GB',
  accessNeeds: [],
  postcode: '',
};

function key(personId: string) {
  return {
    PK: personId,
    SK: 'METADATA' as const,
    preferredName: '',
    formerly: [],
    version: 1,
  };
}
