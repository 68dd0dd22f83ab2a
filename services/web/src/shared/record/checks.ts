import type { components } from '../api/clinic.generated.d.ts';

type Checks = components['schemas']['EntryChecks'];
type Finding = Pick<
  components['schemas']['MedicineFinding'],
  'kind' | 'recorded' | 'shared' | 'severity' | 'reaction' | 'why'
>;

/** How an entry conflicts with another, in a sentence that names both. */
export function findingWords({ kind, recorded, shared, severity, reaction, why }: Finding): string {
  const details = [reaction, severity].filter(Boolean).join(', ');
  const other = details === '' ? recorded : `${recorded} (${details})`;
  switch (kind) {
    case 'allergy':
      return `${other}: the same substance, ${shared}`;
    case 'class':
      return `${other}: the same class, ${shared}`;
    case 'cross-reaction':
      return `${other}: possible cross-reaction, ${shared}. ${why}`;
    case 'duplicate':
      return `Taken already: ${recorded} (${shared})`;
  }
}

/** What was asked before an entry was written, as clinicians read it: most important first. */
export function checkWords(checks: Checks | undefined): { warnings: string[]; notes: string[] } {
  if (!checks) return { warnings: [], notes: [] };
  const { findings, notChecked, notCheckedAgainst, overrideReason, confirmedUnlikely } = checks;
  const warned = findings.filter(({ kind }) => kind !== 'duplicate').map(findingWords);
  return {
    warnings: [...warned, ...(overrideReason === '' ? [] : [`Written anyway, because: ${overrideReason}`])],
    notes: [
      ...findings.filter(({ kind }) => kind === 'duplicate').map(findingWords),
      ...(notChecked.length === 0 ? [] : [`Not checked: we do not know ${quoted(notChecked)}`]),
      ...(notCheckedAgainst.length === 0
        ? []
        : [`Not checked against what we do not know: ${quoted(notCheckedAgainst)}`]),
      ...(confirmedUnlikely.length === 0 ? [] : ['An unlikely value, confirmed by the author']),
    ],
  };
}

/** The same for the patient, who is told why and what was not looked at. */
export function checkWordsForPatient(checks: Checks | undefined): string[] {
  if (!checks) return [];
  const { overrideReason, notChecked } = checks;
  return [
    ...(overrideReason === '' ? [] : [`Your clinician was warned, and wrote it because: ${overrideReason}`]),
    ...(notChecked.length === 0
      ? []
      : [`Not checked against your medicines and allergies: we do not know ${quoted(notChecked)}`]),
  ];
}

function quoted(words: readonly string[]): string {
  return words.map((one) => `“${one}”`).join(', ');
}
