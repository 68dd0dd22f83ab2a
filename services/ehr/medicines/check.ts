import { createHash } from 'node:crypto';
import { type Coded, type Recognised, recognise } from './recognise.ts';
import { type MedicineIndex, medicines } from './table.ts';

/** What the check needs of an active allergy or a current medicine of the chart. */
export type Current = {
  entryId: string;
  version: number;
  kind: 'allergy' | 'medication';
  /** The substance or the medicine as it was written. */
  name: string;
  coding: Coded;
  /** Of an allergy. */
  severity: string;
  reaction: string;
};

/**
 * How a new entry conflicts with one of the chart. `allergy`: the same substance; `class`: the same class;
 * `cross-reaction`: a related class, to which some of these patients react too; `duplicate`: the patient takes the medicine
 * already, which is a notice only.
 */
export type Finding = {
  kind: 'allergy' | 'class' | 'cross-reaction' | 'duplicate';
  entryId: string;
  entryVersion: number;
  /** The other entry in its own words. */
  recorded: string;
  /** What both have in common: a substance or a class, or two classes. */
  shared: string;
  /** Of the allergy, which may be the new entry or the other one. */
  severity: string;
  reaction: string;
  /** Why the classes are related. */
  why: string;
};

export type Checked = {
  tableVersion: string;
  findings: Finding[];
  /** Words of the new entry that the table does not know. */
  notChecked: string[];
  /** Words of entries of the chart that the table does not know. */
  notCheckedAgainst: string[];
};

/** Compares a new allergy or medicine with all active allergies and current medicines of the chart. */
export function checkMedicine(
  added: Omit<Current, 'entryId' | 'version'>,
  current: readonly Current[],
  index: MedicineIndex = medicines,
): Checked {
  const own = recognise(added.name, added.coding, index);
  const findings: Finding[] = [];
  const notCheckedAgainst: string[] = [];
  for (const other of current) {
    const theirs = recognise(other.name, other.coding, index);
    if (other.kind !== added.kind) {
      notCheckedAgainst.push(...theirs.unknown);
      const found = conflict(own, theirs, index);
      if (found) findings.push({ ...found, ...about(other, added.kind === 'allergy' ? added : other) });
    } else if (added.kind === 'medication') {
      const [same] = common(own.ingredients, theirs.ingredients);
      if (same) findings.push({ kind: 'duplicate', shared: same, why: '', ...about(other, other) });
    }
  }
  return {
    tableVersion: index.version,
    findings: findings.sort((a, b) => order[a.kind] - order[b.kind] || a.entryId.localeCompare(b.entryId)),
    notChecked: unique(own.unknown),
    notCheckedAgainst: unique(notCheckedAgainst),
  };
}

const order = { allergy: 0, class: 1, 'cross-reaction': 2, duplicate: 3 };

/** Findings that need a reason before the entry is written. */
export function warnings({ findings }: Pick<Checked, 'findings'>): Finding[] {
  return findings.filter(({ kind }) => kind !== 'duplicate');
}

/** Names a set of warnings, so that a given reason counts only for the warnings that the author read. */
export function warningsKey(found: readonly Finding[]): string {
  const named = found.map(({ kind, entryId, entryVersion, shared }) => [kind, entryId, entryVersion, shared]);
  return createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 32);
}

function about(other: Current, allergy: Pick<Current, 'severity' | 'reaction'>) {
  return {
    entryId: other.entryId,
    entryVersion: other.version,
    recorded: other.name,
    severity: allergy.severity,
    reaction: allergy.reaction,
  };
}

/** The strongest way in which an allergy and a medicine conflict. */
function conflict(
  a: Recognised,
  b: Recognised,
  index: MedicineIndex,
): Pick<Finding, 'kind' | 'shared' | 'why'> | undefined {
  const [same] = common(a.ingredients, b.ingredients);
  if (same) return { kind: 'allergy', shared: same, why: '' };
  const [ofA, ofB] = [classesOf(a, index), classesOf(b, index)];
  const alike = [
    ...common(a.namedClasses, ofB),
    ...common(b.namedClasses, ofA),
    ...common(ofA, ofB).filter((id) => index.related.has(id)),
  ];
  if (alike[0]) return { kind: 'class', shared: index.className.get(alike[0]) ?? alike[0], why: '' };
  for (const { between, why } of index.crossReactions) {
    const [one, other] = between;
    if ((ofA.has(one) && ofB.has(other)) || (ofA.has(other) && ofB.has(one))) {
      const names = [...new Set(between)].map((id) => index.className.get(id) ?? id);
      return { kind: 'cross-reaction', shared: names.join(' and '), why };
    }
  }
  return undefined;
}

function classesOf({ ingredients, namedClasses }: Recognised, index: MedicineIndex): Set<string> {
  return new Set([...namedClasses, ...[...ingredients].flatMap((name) => index.classesOf.get(name) ?? [])]);
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((one) => b.has(one));
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
