import { allergies, clinic, type Measure, notes, type Panel } from './clinical.ts';
import { idOf, type Random, randomFrom } from './random.ts';
import type { Visit } from './visits.ts';

export type Entry = {
  id: string;
  patientId: string;
  authorId: string;
  kind: 'encounter-note' | 'condition' | 'allergy' | 'medication' | 'observation';
  body: Record<string, unknown>;
  release: 'now' | 'after-review';
  /** RFC 3339, UTC. */
  recordedAt: string;
};

/** What providers wrote at the visits that took place, in the order in which they wrote it. */
export function makeEntries(visits: readonly Visit[]): Entry[] {
  const random = randomFrom('chart');
  const took = visits
    .filter(({ versions }) => versions.at(-1)?.status === 'fulfilled')
    .sort((one, other) => one.opening.endMs - other.opening.endMs);
  const seen = new Set<string>();
  return took.flatMap((visit) => {
    const { patient, opening } = visit;
    const course = `${patient.id} ${opening.provider.specialty}`;
    const [isFirstEver, isFirst] = [!seen.has(patient.id), !seen.has(course)];
    seen.add(patient.id).add(course);
    return visitEntries(visit, { isFirstEver, isFirst }, random);
  });
}

type Place = { isFirstEver: boolean; isFirst: boolean };

function visitEntries(visit: Visit, { isFirstEver, isFirst }: Place, random: Random): Entry[] {
  const { patient, opening } = visit;
  const { problems, measures } = clinic[opening.provider.specialty];
  const entries: Entry[] = [];
  const recordedAt = new Date(opening.endMs - 60_000).toISOString();
  const add = (kind: Entry['kind'], body: Entry['body'], release: Entry['release'] = 'now') =>
    entries.push({
      id: idOf(`entry ${visit.id} ${entries.length}`),
      patientId: patient.id,
      authorId: opening.provider.id,
      kind,
      body,
      release,
      recordedAt,
    });

  add('encounter-note', { ...random.pick(notes[isFirst ? 'first' : 'later']), appointmentId: visit.id });
  if (isFirstEver && random.chance(0.85)) add('allergy', allergy(random));
  if (isFirst) {
    const { coding, term, plainTerm, medicine } = random.pick(problems);
    const onsetDate = recordedAt.slice(0, 10);
    add('condition', { coding, term, plainTerm, clinicalStatus: 'active', onsetDate });
    if (medicine) add('medication', { ...medicine, status: 'active', startedDate: onsetDate });
  }
  for (const measure of measures) {
    if (random.chance(0.7)) add('observation', observation(measure, recordedAt, random));
  }
  return entries;
}

/** Most people assert that they have none. */
function allergy(random: Random): Entry['body'] {
  if (random.chance(0.7)) {
    return { noneKnown: true, coding: null, substance: '', reaction: '', severity: '', clinicalStatus: '' };
  }
  return { noneKnown: false, ...random.pick(allergies), clinicalStatus: 'active' };
}

function observation(measure: Measure | Panel, observedAt: string, random: Random): Entry['body'] {
  if (!('parts' in measure)) return { ...measured(measure, random), observedAt };
  const { parts, ...panel } = measure;
  return { ...panel, components: parts.map((part) => measured(part, random)), observedAt };
}

function measured({ least, most, step, ...rest }: Measure, random: Random) {
  const value = Number((least + step * random.int(0, Math.round((most - least) / step))).toFixed(1));
  return { ...rest, value };
}
