import exec from 'k6/execution';
import { book } from '../journeys/book.ts';
import { clinic } from '../journeys/clinic.ts';
import { record } from '../journeys/record.ts';
import { search } from '../journeys/search.ts';
import { drawClinician, drawPatient, type People, patientInTurn } from './identity.ts';
import { type Outcome, personOf } from './person.ts';

const journeys = { search, book, record, clinic };
export type Journey = keyof typeof journeys;
export const journeyNames = Object.keys(journeys) as Journey[];

/**
 * Which part of a scenario it is when something is sent: `warm` in its first seconds, then `steady`, and `over` once users
 * only end what they have begun. What is `steady` counts.
 */
export function phaseOf(warm_s: number, duration_s: number): () => string {
  const from = exec.scenario.startTime + warm_s * 1000;
  const to = exec.scenario.startTime + duration_s * 1000;
  return () => {
    const now = Date.now();
    return now < from ? 'warm' : now < to ? 'steady' : 'over';
  };
}

/** One user of a closed workload makes a journey. `users` is how many there are at most in the run. */
export async function makeJourney(
  journey: string,
  people: People,
  users: number,
  phaseNow: () => string,
): Promise<void> {
  const patient = () => drawPatient(people, users, journey === 'book');
  await makeJourneyAs(journey, people, patient, exec.vu.idInTest - 1, phaseNow);
}

/** One arrival of an open workload makes a journey. */
export async function makeJourneyOnArrival(
  journey: string,
  people: People,
  phaseNow: () => string,
): Promise<Outcome> {
  const arrival = exec.scenario.iterationInTest;
  const patient = () => patientInTurn(people, arrival, journey === 'book');
  return makeJourneyAs(journey, people, patient, arrival, phaseNow);
}

async function makeJourneyAs(
  journey: string,
  people: People,
  patient: () => Parameters<typeof personOf>[0],
  turn: number,
  phaseNow: () => string,
): Promise<Outcome> {
  const { configs } = people;
  const clinician = journey === 'clinic' ? drawClinician(people, turn) : undefined;
  const person =
    clinician === undefined
      ? personOf(patient(), configs.patients, phaseNow)
      : personOf(clinician, configs.clinic, phaseNow);
  // Without clinicians their share is one more look at the record.
  const made = journey === 'clinic' && clinician === undefined ? 'record' : journey;
  await journeys[made as Journey](person);
  return person.outcome();
}
