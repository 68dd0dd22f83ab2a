/** A chart of 20,000 entries and 60 MB opens as fast as one of 200, and all of it is read while others write to it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { startService } from '@healthbooker/local/test/processes';
import { fillChart } from '../test/fill-chart.ts';
import { connect, runningEhr } from '../test/running-ehr.ts';

const rounds = 60;

test('a chart of 20,000 entries and 60 MB', async () => {
  const running = await runningEhr();
  try {
    const [small, large] = [await running.patientInCare(), await running.patientInCare()];
    const authorId = running.hospital.providers[0];
    const whose = (patientId: string) => ({ patientId, authorId });
    await fillChart(running.store, whose(small), { entries: 200, lasting: 20, characters: 3000 });
    for (let part = 0; part < 20; part++) {
      const lasting = part === 0 ? 20 : 0;
      await fillChart(running.store, whose(large), { entries: 1000, lasting, characters: 3000 });
    }
    const { rows } = await running.store.query<{ octets: number }>(
      'select sum(octet_length(body::text))::int as octets from entry where patient_id = $1',
      [large],
    );
    assert.ok((rows[0]?.octets ?? 0) >= 60_000_000, `${rows[0]?.octets} octets`);
    await running.store.query('analyze');

    // Without the cache: it would make both alike.
    const uncached = await startService('ehr', { ...running.env, REDIS_URL: 'redis://127.0.0.1:9' });
    const direct = connect(uncached);
    const times = new Map([small, large].map((patientId) => [patientId, [] as number[]]));
    for (let round = 0; round < rounds; round++) {
      for (const [patientId, taken] of times) {
        const began = performance.now();
        const page = await direct.call('GetChart', { patientId }, await running.doctor());
        taken.push(performance.now() - began);
        assert.ok(page.lastingComplete && !page.complete && page.entries.length === 120);
      }
    }
    direct.close();
    await uncached.end();
    const median = (patientId: string) =>
      times.get(patientId)?.toSorted((a, b) => a - b)[rounds / 2] ?? Number.NaN;
    const ratio = median(large) / median(small);
    console.log(
      `opened in ${median(large).toFixed(1)} ms, a chart of 200 in ${median(small).toFixed(1)} ms: × ${ratio.toFixed(2)}`,
    );
    assert.ok(ratio <= 2, `× ${ratio.toFixed(2)}`);

    let isReading = true;
    let added = 0;
    const writer = (async () => {
      for (; isReading; added++) {
        const body = { encounterNote: { text: `Meanwhile ${added}` } };
        const request = {
          patientId: large,
          body,
          release: 'RELEASE_NOW',
          operationKey: randomUUID(),
        } as const;
        await running.ehr.call('AddEntry', request, await running.doctor());
      }
    })();
    const seen = new Set<string>();
    let entries = 0;
    for (let pageToken = '', isLast = false; !isLast; ) {
      const page = await running.ehr.call(
        'GetChart',
        { patientId: large, pageToken },
        await running.doctor(),
      );
      for (const { entryId } of page.entries) seen.add(entryId);
      entries += page.entries.length;
      [pageToken, isLast] = [page.nextPageToken, page.complete];
    }
    isReading = false;
    await writer;
    console.log(`${entries} entries read while ${added} were added`);
    assert.deepEqual([entries, seen.size], [20_000, 20_000]);
    assert.ok(added > 20);
  } finally {
    await running.close();
  }
});
