import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  accessToken,
  expiredToken,
  forgedToken,
  idToken,
  otherPoolToken,
} from '@healthbooker/local/test/tokens';
import { goodBody, parts, patient, posterTo, problemOf, startEdge } from './edge.test-parts.ts';

const edge = await startEdge();
const { url } = edge;
const post = posterTo(url);
after(() => edge.close());

test('tokens that do not count are refused before anything else is looked at', async () => {
  const tokens = {
    expired: await expiredToken(patient),
    forged: await forgedToken(patient),
    id: await idToken(patient),
    'other pool': await otherPoolToken(patient),
    nonsense: 'nonsense',
  };
  for (const [name, bad] of Object.entries(tokens)) {
    const response = await post(parts, 'not even JSON', { authorization: `Bearer ${bad}` });
    assert.equal(response.headers.get('www-authenticate'), 'Bearer', name);
    await problemOf(response, 401);
  }
  await problemOf(await fetch(`${url}/v1/things/x`), 401);
  await problemOf(await post(parts, goodBody, { authorization: 'Basic YTpi' }), 401);
});

test('a group without the function is refused, and a role in a header changes nothing', async () => {
  for (const capacity of ['patient', 'staff'] as const) {
    const token = await accessToken({ sub: 'a-provider', groups: ['Providers'], capacity });
    const headers = { authorization: `Bearer ${token}`, 'x-role': 'Patients' };
    await problemOf(await post(parts, goodBody, headers), 403);
  }
});

test('a token of the other portal is refused with what to do, whatever groups it claims', async () => {
  const both = ['Patients', 'Providers', 'Admins'];
  const asStaff = await accessToken({ sub: 'both', groups: both, capacity: 'staff' });
  const asPatient = await accessToken({ sub: 'both', groups: both, capacity: 'patient' });
  const get = (place: string, bearer: string) =>
    fetch(`${place}/v1/things/x`, { headers: { authorization: `Bearer ${bearer}` } });
  const refused = await problemOf(await get(url, asStaff), 403);
  assert.match(String(refused.detail), /sign in at the patients’ portal/);
  assert.equal((await get(url, asPatient)).status, 200);
  const clinic = await startEdge({ capacity: 'staff' });
  try {
    const elsewhere = await problemOf(await get(clinic.url, asPatient), 403);
    assert.match(String(elsewhere.detail), /sign in at the clinic’s portal/);
  } finally {
    await clinic.close();
  }
});
