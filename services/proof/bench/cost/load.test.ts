import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { send } from './load.ts';

const never = new AbortController().signal;

test('so many are under way at a time, and all are sent', async () => {
  let [underWay, most, sent] = [0, 0, 0];
  const work = Array.from({ length: 40 }, () => async () => {
    sent += 1;
    underWay += 1;
    most = Math.max(most, underWay);
    await sleep(1);
    underWay -= 1;
  });
  await send(work, { kind: 'closed', inFlight: 7 }, never);
  assert.deepEqual([sent, most], [40, 7]);
});

test('what is due is sent although nothing has been answered', async () => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let sent = 0;
  const work = Array.from({ length: 5 }, () => () => {
    sent += 1;
    if (sent === 5) answer();
    return answered;
  });
  await send(work, { kind: 'open', perSecond: 100 }, never);
  assert.equal(sent, 5);
});

for (const arrival of [
  { kind: 'open', perSecond: 1000 },
  { kind: 'closed', inFlight: 2 },
] as const) {
  test(`${arrival.kind}: a failure is told once all have been answered`, async () => {
    let answered = 0;
    const work = [
      () => Promise.reject(new Error('no slot')),
      async () => {
        await sleep(30);
        answered += 1;
      },
      () => Promise.reject(new Error('no other slot')),
    ];
    await assert.rejects(send(work, arrival, never), /^Error: 2 of 3 failed, the first with: no slot$/);
    assert.equal(answered, 1);
  });

  test(`${arrival.kind}: stopping ends it`, async () => {
    const stop = new AbortController();
    let sent = 0;
    const work = Array.from({ length: 1000 }, () => async () => {
      sent += 1;
      if (sent === 3) stop.abort();
      await sleep(1);
    });
    await assert.rejects(send(work, arrival, stop.signal), { name: 'AbortError' });
    assert.ok(sent < 10, `${sent}`);
  });
}

test('what could only be sent late is a failure: the load was not what was asked for', async () => {
  const block = async () => {
    const until = performance.now() + 1300;
    while (performance.now() < until);
  };
  const work = [block, async () => {}];
  await assert.rejects(send(work, { kind: 'open', perSecond: 10 }, never), /1 of 2 failed.*was due/);
});
