import assert from 'node:assert/strict';
import { offerDeadline } from '@healthbooker/scheduler/waiting/offer-deadline';
import { at, type Entry, isPast, type Model, NOTICE_MIN, overlaps } from './model.ts';

const MINUTE_MS = 60_000;

/** What the database says of an entry after a step. */
export type EntryFound = { state: Entry['state']; slot: number | null; untilMin: number | null };

/**
 * The model does not predict which of several slots a patient gets. It takes over what the database did and checks
 * that it was right: each given slot fits, nobody got a slot that a patient of higher rank was waiting for, and no
 * free slot fits anybody who still waits.
 */
export function settle(model: Model, found: readonly EntryFound[], startMs: number): void {
  const freed = new Set(model.freed);
  model.freed.clear();
  const before = model.entries.map((entry) => ({ ...entry, offered: new Set(entry.offered) }));
  for (const [index, entry] of model.entries.entries()) {
    const now = found[index];
    if (now === undefined || entry.state !== 'waiting') continue;
    if (isPast(model)) {
      // An entry that was looked at within the last hour is looked at again later.
      assert.ok(now.state === 'lapsed' || now.state === 'waiting', `entry ${index} is ${now.state} too late`);
      entry.state = now.state;
      continue;
    }
    if (now.state === 'waiting') continue;
    assert.ok(now.slot !== null, `entry ${index} is ${now.state} without a slot`);
    assert.equal(at(model, now.slot).state, 'free', `entry ${index} got a slot that somebody has`);
    assert.ok(
      fits(model, entry, now.slot, startMs),
      `entry ${index} got slot ${now.slot}, which does not fit`,
    );
    gift(model, entry, now.slot, now, startMs);
  }
  for (const [index, entry] of model.entries.entries()) {
    if (entry.state !== 'waiting') continue;
    for (const [slot, { state }] of model.slots.entries()) {
      const isMissed = state === 'free' && fits(model, entry, slot, startMs);
      assert.ok(!isMissed, `entry ${index} waits for slot ${slot}, which is free`);
    }
    for (const [other, served] of model.entries.entries()) {
      const gotNow = before[other]?.state === 'waiting' && served.state !== 'waiting';
      const slot = found[other]?.slot;
      if (!gotNow || slot === null || slot === undefined || !freed.has(slot)) continue;
      const wasPassedOver = outranks(entry, served) && fits(model, entry, slot, startMs);
      assert.ok(!wasPassedOver, `entry ${index} was passed over: slot ${slot} went to entry ${other}`);
    }
  }
}

function gift(model: Model, entry: Entry, slot: number, now: EntryFound, startMs: number): void {
  const taken = at(model, slot);
  taken.patient = entry.patient;
  entry.offered.add(slot);
  if (entry.autoAccept) {
    assert.equal(now.state, 'booked');
    entry.state = 'booked';
    taken.state = 'booked';
    model.visits.push({ patient: entry.patient, slot, version: 0, isCancelled: false });
    return;
  }
  assert.equal(now.state, 'offered');
  assert.equal(now.untilMin, endOf(model, entry, slot, startMs));
  entry.state = 'offered';
  taken.state = 'held';
  entry.offer = { slot, untilMin: now.untilMin ?? 0 };
}

/** Within these histories nobody waits so long that they rise by a class. */
function outranks(one: Entry, other: Entry): boolean {
  if (one.urgency !== other.urgency) return one.urgency === 'urgent';
  return one.sinceMin < other.sinceMin;
}

function fits(model: Model, entry: Entry, slot: number, startMs: number): boolean {
  if (entry.offered.has(slot) || overlaps(model, entry.patient, slot)) return false;
  if (at(model, slot).startMin - model.nowMin < NOTICE_MIN) return false;
  return entry.autoAccept || endOf(model, entry, slot, startMs) !== undefined;
}

/** When an offer made now would end, in minutes from the first start. */
function endOf(model: Model, entry: Entry, slot: number, startMs: number): number | undefined {
  const terms = {
    urgency: entry.urgency,
    startMs: startMs + at(model, slot).startMin * MINUTE_MS,
    noticeMs: NOTICE_MIN * MINUTE_MS,
    timeZone: 'Europe/London',
  };
  const end = offerDeadline(terms, startMs + model.nowMin * MINUTE_MS);
  return end === undefined ? undefined : (end - startMs) / MINUTE_MS;
}
