import { randomUUID } from 'node:crypto';
import { personOf, type Scene, tried } from './scene.ts';

const fields = [{ name: 'text', value: 'Feels better, sleeps' }];

/** After a visit: the clinician reads the chart, and writes a note at once or leaves one half written. */
export async function writeUp(
  scene: Scene,
  { id, patient_id: patientId, provider_id }: { id: string; patient_id: string; provider_id: string },
): Promise<void> {
  const { running, chance } = scene;
  const clinician = personOf(scene.clinicians, provider_id);
  if (chance.happens(0.3))
    await tried(scene, 'read-chart', async () =>
      running.ehr('GetChart', { patientId }, await clinician.as()),
    );
  const operationKey = randomUUID();
  if (chance.happens(0.3)) {
    const draft = { patientId, form: 'encounter-note', fields, expectedVersion: 0, operationKey };
    await tried(scene, 'save-draft', async () => running.ehr('SaveDraft', draft, await clinician.as()));
    if (chance.happens(0.6)) return;
  }
  const body = { encounterNote: { text: 'Feels better', plan: 'Comes back', appointmentId: id } };
  const entry = { patientId, body, release: 'RELEASE_NOW' as const, operationKey };
  await tried(scene, 'add-entry', async () => running.ehr('AddEntry', entry, await clinician.as()));
}

/** A patient looks at what there is about them. */
export async function readOwn(scene: Scene): Promise<void> {
  const { running, chance, patients } = scene;
  const patient = chance.anyOf([...patients.values()]);
  await tried(scene, 'read-own-chart', async () => running.ehr('GetChart', {}, await patient.as()));
  await tried(scene, 'read-messages', async () =>
    running.notification('ListMessages', {}, await patient.as()),
  );
  await tried(scene, 'read-timeline', async () =>
    running.appointment('ListTimeline', {}, await patient.as()),
  );
}
