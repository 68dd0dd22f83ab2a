/** What a caller of Book can have said to Reserve. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadService } from '@healthbooker/protos/load';
import { z } from 'zod';

const rpc = z.object({
  requestType: z.object({
    type: z.object({
      field: z.array(
        z.object({ name: z.string(), type: z.string(), typeName: z.string(), label: z.string() }),
      ),
    }),
  }),
});
const fieldsOf = (method: unknown) =>
  new Map(rpc.parse(method).requestType.type.field.map(({ name, ...kind }) => [name, kind]));

const book = loadService('healthbooker.appointment.v1.AppointmentService')['Book'];
const reserve = loadService('healthbooker.scheduler.v1.SchedulerService')['Reserve'];
/** These become an urgency, an id and an operation key. */
const answered = ['symptoms', 'idempotencyKey'];

test('what Book hands on as it is, Reserve takes by the same name and kind', () => {
  const taken = fieldsOf(reserve);
  const handedOn = [...fieldsOf(book)].filter(([name]) => !answered.includes(name));
  assert.ok(handedOn.length >= 7);
  assert.deepEqual(
    handedOn.filter(([name, kind]) => JSON.stringify(taken.get(name)) !== JSON.stringify(kind)),
    [],
  );
});

test('what Book does not have is not read, so that it cannot be handed on', () => {
  assert.ok(book);
  const asked = book.requestSerialize({
    reason: 'a cough',
    urgency: 'URGENCY_URGENT',
    need: {},
    operationKey: 'k',
  });
  // And text in a field with a number that nobody has given yet: 500.
  const sent = Buffer.concat([asked, Buffer.from([0xa2, 0x1f, 1, 0x78])]);
  const read = book.requestDeserialize(sent) as Record<string, unknown>;
  assert.equal(read['reason'], 'a cough');
  assert.deepEqual(Object.keys(read).sort(), [...fieldsOf(book).keys()].sort());
});
