import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AppointmentMail, renderMail } from './appointment-templates.ts';

const mail: AppointmentMail = {
  name: 'Ada <img src=x> & "Co"',
  startAt: '2027-03-29T13:15:00Z',
  clinicZone: 'Europe/London',
  patientZone: 'Asia/Karachi',
  clinicianName: 'Dr Imran Shah',
  locationName: 'Northgate Hospital',
  address: '1 High Street',
  phone: '020 7946 0000',
  stepFreeRoute: 'Door B, lift to level 2',
  url: 'https://portal.example/appointments/a1',
  awaitsAnswer: false,
  lateCancellationHours: 48,
};

test('text and HTML say when, with whom and where, and link to the portal', () => {
  const { subject, text, html } = renderMail('appointment-booked', mail);
  assert.equal(subject, 'Your appointment on Monday 29 March 2027 is booked');
  for (const part of [text, html]) {
    assert.match(part, /Monday 29 March 2027, 2:15pm \(London time; 6:15pm where you are\)/);
    assert.match(part, /Dr Imran Shah/);
    assert.match(part, /Northgate Hospital, 1 High Street/);
    assert.match(part, /Door B, lift to level 2/);
    assert.match(part, /https:\/\/portal\.example\/appointments\/a1/);
    assert.match(part, /020 7946 0000/);
  }
});

test('what people typed is text in the HTML', () => {
  const { html } = renderMail('appointment-moved', mail);
  assert.ok(!html.includes('<img'));
  assert.ok(html.includes('Ada &lt;img src=x&gt; &amp; &quot;Co&quot;'));
});

test('a name turns nothing around it, and may be as long as a line', () => {
  const { html } = renderMail('appointment-booked', {
    ...mail,
    name: 'א\u202eב',
    clinicianName: 'ம'.repeat(96),
  });
  assert.ok(html.includes('<p><bdi>Hello א\u202eב</bdi>,</p>'));
  assert.ok(html.includes(`<bdi>${'ம'.repeat(96)}</bdi>`));
  assert.ok(html.includes('bdi{overflow-wrap:anywhere}'));
});

test('each change has its own words', () => {
  assert.match(renderMail('appointment-moved', mail).subject, /is now on Monday 29 March 2027$/);
  const cancelled = renderMail('appointment-cancelled', mail);
  assert.match(cancelled.subject, /is cancelled$/);
  assert.ok(!cancelled.text.includes('Door B'));
});

test('a move the patient did not ask for is a question', () => {
  const asked = renderMail('appointment-moved', { ...mail, awaitsAnswer: true });
  assert.equal(asked.subject, renderMail('appointment-moved', mail).subject);
  assert.match(
    asked.text,
    /cannot keep the earlier time[\s\S]*keep it, choose another time, or say that you cannot/,
  );
  assert.ok(!renderMail('appointment-moved', mail).text.includes('keep it'));
});

test('what is not known is left out', () => {
  const sparse = { ...mail, name: '', address: '', phone: '', stepFreeRoute: '', clinicianName: '' };
  const { text } = renderMail('appointment-booked', sparse);
  assert.match(text, /^Hello,/);
  assert.match(text, /\nWhere: Northgate Hospital\n/);
  assert.ok(!/Questions|Without steps|With:/.test(text));
});

test('mails of a visit say until when a cancellation is in time, by the policy’s hours; one that is cancelled does not', () => {
  for (const template of ['appointment-booked', 'appointment-moved'] as const) {
    assert.match(
      renderMail(template, mail).text.replace(/\s+/g, ' '),
      /Less than 48 hours before it is a late cancellation/,
    );
  }
  assert.doesNotMatch(renderMail('appointment-cancelled', mail).text, /late cancellation/);
});
