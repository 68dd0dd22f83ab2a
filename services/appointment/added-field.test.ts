import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { testEvents } from '@healthbooker/local/test/events';
import { startService } from '@healthbooker/local/test/processes';
import { accessToken, identityEnv, workloadToken } from '@healthbooker/local/test/tokens';
import { editContract } from './test/edited-contract.ts';
import { aReservation } from './test/reservation.ts';
import { testTable } from './test/table.ts';

test('a field that is added to the contract, and nowhere else, goes from the event to the item and into the answer', async () => {
  const contract = editContract('healthbooker/scheduler/v1/scheduler.proto', [
    { message: 'ReservationVersion', field: 'string accompanied_by = 99;' },
    { message: 'Reservation', field: 'string accompanied_by = 99;' },
  ]);
  const [table, events] = await Promise.all([testTable(), testEvents()]);
  const tokens = await mkdtemp(join(tmpdir(), 'workload-'));
  await writeFile(join(tokens, 'scheduler'), await workloadToken('appointment', 'scheduler'));
  const service = await startService('appointment', {
    ...identityEnv(),
    ...events.env,
    ...table.env,
    ...contract.env,
    // Nobody answers there: what is asked for is answered from the table.
    SCHEDULER_ADDRESS: '127.0.0.1:9',
    WORKLOAD_TOKEN_DIR: tokens,
    LOG_LEVEL: 'warn',
  });
  try {
    const { reason: _, history: __, providerDelayMinutes: ___, ...version } = aReservation();
    const { patientId, appointmentId } = version;
    await events.publish({
      id: randomUUID(),
      type: 'appointment.changed',
      version: 1,
      occurredAt: new Date().toISOString(),
      data: { ...version, accompaniedBy: 'a neighbour' },
    });
    const Key = { PK: patientId, SK: `APPOINTMENT#${appointmentId}` };
    const get = new GetCommand({ TableName: table.store.table, Key, ConsistentRead: true });
    let item: Record<string, unknown> | undefined;
    for (let tries = 0; item === undefined && tries < 200; tries += 1) {
      await sleep(50);
      item = (await table.store.client.send(get)).Item;
    }
    assert.equal(JSON.parse(String(item?.['reservation'])).accompaniedBy, 'a neighbour');

    const { appointment } = await ask(contract.loaded, service.address, patientId, { appointmentId });
    assert.equal(appointment?.['accompaniedBy'], 'a neighbour');
  } finally {
    await service.end();
    await Promise.all([table.remove(), events.remove(), rm(tokens, { recursive: true })]);
    contract.remove();
  }
});

type Loaded = ReturnType<typeof editContract>['loaded'];

/** GetAppointment as an edge with that contract asks it. */
async function ask(loaded: Loaded, address: string, patientId: string, request: object) {
  const service = loaded['healthbooker.appointment.v1.AppointmentService'];
  assert.ok(service && !('format' in service));
  const method = service['GetAppointment'];
  assert.ok(method);
  const metadata = new Metadata();
  const token = await accessToken({ sub: patientId, groups: ['Patients'] });
  metadata.set('authorization', `Bearer ${token}`);
  const client = new Client(address, credentials.createInsecure());
  try {
    return await new Promise<{ appointment: Record<string, unknown> | null }>((resolve, reject) => {
      const { path, requestSerialize, responseDeserialize } = method;
      const deadline = Date.now() + 5000;
      client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize as (bytes: Buffer) => { appointment: Record<string, unknown> | null },
        request,
        metadata,
        { deadline },
        (error, answer) => (error || answer === undefined ? reject(error) : resolve(answer)),
      );
    });
  } finally {
    client.close();
  }
}
