type AllergyEntry = {
  kind: 'allergy';
  recordedAt: string;
  body: { noneKnown: boolean; clinicalStatus: string };
};
type OtherEntry = {
  kind: 'encounter-note' | 'condition' | 'medication' | 'observation' | 'correction-request';
};

export type AllergyState<One> =
  | { kind: 'not-recorded' }
  | { kind: 'none-known'; since: string }
  | { kind: 'known'; active: One[] };

/**
 * What a chart says about allergies. "No known allergies" is a dated assertion and differs from nobody having
 * recorded any; an active allergy outweighs an assertion.
 */
export function allergyState<One extends AllergyEntry | OtherEntry>(
  entries: readonly One[],
): AllergyState<Extract<One, { kind: 'allergy' }>> {
  const allergies = entries.filter(
    (entry): entry is Extract<One, { kind: 'allergy' }> & AllergyEntry => entry.kind === 'allergy',
  );
  const active = allergies.filter(({ body }) => !body.noneKnown && body.clinicalStatus === 'active');
  if (active.length > 0) return { kind: 'known', active };
  const asserted = allergies
    .filter(({ body }) => body.noneKnown)
    .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt))[0];
  if (asserted) return { kind: 'none-known', since: asserted.recordedAt };
  return allergies.length > 0 ? { kind: 'known', active } : { kind: 'not-recorded' };
}
