import assert from 'node:assert/strict';
import { addDays, localDate } from '../src/shared/time/format.ts';
import { answerQuestions, confirmBooking, keepTime, signIn, signInAtOffice } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

/** A need that can wait is to be met within six weeks. */
const targetDays = 42;

/**
 * A patient reads why they got this time: by when they should be seen, and that earlier times are reserved. An
 * administrator replays the decision. Nothing that either browser receives names another patient.
 */
export async function readWhy(
  stack: PortalStack,
  { patient, admin }: { patient: Visitor; admin: Visitor },
  person: Person,
  others: readonly Person[],
): Promise<void> {
  const received = [keepReplies(patient), keepReplies(admin)];
  await signIn(patient, person);
  await answerQuestions(patient, { reason: 'Short of breath on stairs' });
  const why = patient.page.getByText(/^Your answers ask for a visit by/);
  const words = await why.innerText();
  const date = inWords(addDays(localDate(new Date().toISOString(), 'Europe/London'), targetDays));
  assert.match(
    words,
    new RegExp(`^Your answers ask for a visit by ${date}; this is (the|one of the) earliest`),
  );
  assert.match(words, / Earlier times are kept for urgent patients\.$/);
  await keepTime(patient);
  await patient.page.getByText(words).waitFor();
  const appointmentId = await confirmBooking(patient);

  await signInAtOffice(admin, stack.admin);
  await admin.page.goto(`${admin.url}/admin/decisions/${appointmentId}/1`);
  await admin.arrive('One decision');
  await admin.page.getByText(words).waitFor();
  await admin.page.getByText('It is kept for more urgent needs.').first().waitFor();
  await admin.hand.press('Replay');
  await admin.page.getByRole('heading', { name: 'Same answer' }).waitFor();
  await admin.check('why and the same answer');

  const seen = [...(await Promise.all(received.map((replies) => replies()))).flat()];
  assert.ok(
    seen.some((body) => body.includes(appointmentId)),
    'replies were kept',
  );
  seen.push(await patient.page.content(), await admin.page.content());
  for (const { sub, name, email } of others) {
    for (const secret of [sub, name, email]) {
      assert.ok(!seen.some((body) => body.includes(secret)), 'another patient is named');
    }
  }
}

/** Keeps what the API answers to a browser. */
function keepReplies({ page }: Visitor): () => Promise<string[]> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    const isApi = /\/v1\/(?!live)/.test(response.url());
    if (isApi) bodies.push(response.text().catch(() => ''));
  });
  return () => Promise.all(bodies);
}

/** 11 December, with the year when it is another than this one. */
function inWords(date: string): string {
  const year = date.slice(0, 4) === String(new Date().getUTCFullYear()) ? {} : { year: 'numeric' as const };
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...year,
  });
}
