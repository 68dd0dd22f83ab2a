import type { Person } from '../lib/person.ts';
import { think } from '../lib/think.ts';

type Day = { visits: { appointment: { patientId: string } }[] };

const day_ms = 86_400_000;

/** A clinician leafs through the coming days until one has visits, and opens the chart of one of its patients. */
export async function clinic(person: Person): Promise<void> {
  const first = Math.floor(person.random() * 7);
  for (let leafed = 0; leafed < 7; leafed++) {
    const ahead = (first + leafed) % 7;
    const date = new Date(Date.now() + ahead * day_ms).toISOString().slice(0, 10);
    const path = `/clinic/v1/day?date=${date}`;
    const seen = await person.call({ op: 'day', method: 'GET', path, answers: [200] });
    const { visits = [] } = (seen.json ?? {}) as Partial<Day>;
    await think();
    if (visits.length > 0) return openChart(person, person.pick(visits).appointment.patientId);
  }
}

/** If the visit was cancelled meanwhile, the right to see the chart has ended: 404 is a good answer. */
async function openChart(person: Person, patientId: string): Promise<void> {
  const path = `/clinic/v1/patients/${patientId}/chart`;
  await person.call({ op: 'chart', method: 'GET', path, answers: [200, 404] });
  await think();
}
