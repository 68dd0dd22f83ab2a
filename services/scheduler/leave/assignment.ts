/**
 * Who gets which place, as an assignment problem. An option is one way to place a visit: it has a cost, and no other
 * visit can use its slots then.
 */
export type Option = {
  /** Slots it uses: one, or two for a longer visit. */
  slotIds: readonly [string, ...string[]];
  cost: number;
  startMs: number;
  endMs: number;
};

export type Visit = {
  id: string;
  patientId: string;
  /** In the order of their cost. */
  options: readonly Option[];
  /** What it costs to leave the visit without a place. */
  unplacedCost: number;
};

export type Assignment = {
  /** The chosen option of each visit, null for none; in the order of the visits. */
  chosen: (Option | null)[];
  cost: number;
};

/** How many options are kept in addition for each further visit of the same patient, since those visits may overlap. */
const SPARE = 20;

/**
 * Leaves out options that no best assignment needs. Of n visits that each use one slot, a best assignment exists in
 * which every visit has one of its n cheapest options: the other n - 1 cannot use them all. Where visits use two slots,
 * each other visit may block four options. Where a patient has several visits, these may block each other as well: some
 * more options are kept, which is enough unless very many overlap.
 */
export function prune(visits: readonly Visit[]): Visit[] {
  const ofPatient = new Map<string, number>();
  for (const { patientId } of visits) ofPatient.set(patientId, (ofPatient.get(patientId) ?? 0) + 1);
  const isLonger = visits.some(({ options }) => options.some(({ slotIds }) => slotIds.length > 1));
  const needed = isLonger ? visits.length * 4 : visits.length;
  return visits.map((visit) => {
    const own = ofPatient.get(visit.patientId) ?? 1;
    return { ...visit, options: visit.options.slice(0, needed + SPARE * (own - 1)) };
  });
}

/** Gives each visit, in the order given, the cheapest option that is left. */
export function assignGreedily(visits: readonly Visit[]): Assignment {
  const used = new Set<string>();
  const busy = new Map<string, Option[]>();
  const chosen = visits.map(({ patientId, options, unplacedCost }) => {
    const theirs = busy.get(patientId) ?? [];
    const best = options.find(
      (option) =>
        option.cost < unplacedCost &&
        !option.slotIds.some((id) => used.has(id)) &&
        !theirs.some((other) => overlap(option, other)),
    );
    if (best === undefined) return null;
    for (const id of best.slotIds) used.add(id);
    busy.set(patientId, [...theirs, best]);
    return best;
  });
  return { chosen, cost: costOf(visits, chosen) };
}

/** What an assignment costs. */
export function costOf(visits: readonly Visit[], chosen: readonly (Option | null)[]): number {
  return visits.reduce((sum, visit, index) => sum + (chosen[index]?.cost ?? visit.unplacedCost), 0);
}

/** Whether two times overlap. */
export function overlap(
  one: { startMs: number; endMs: number },
  other: { startMs: number; endMs: number },
): boolean {
  return one.startMs < other.endMs && other.startMs < one.endMs;
}

/**
 * The problem in the LP format that HiGHS reads. `x<visit>_<option>` is 1 when the option is chosen, `u<visit>` when
 * none is. Where every option uses one slot and no patient has two visits, the matrix is that of a bipartite graph and
 * the linear program has whole-numbered solutions by itself, also with `places`; otherwise the variables are declared
 * binary.
 *
 * @param goal.counts to place as many as can be, whatever it costs
 * @param goal.places that so many have to be placed
 */
export function toLp(visits: readonly Visit[], goal: { counts?: true; places?: number } = {}): string {
  const objective: string[] = [];
  const rows: string[] = [];
  const users = new Map<string, string[]>();
  const names: string[] = [];
  for (const [v, { options, unplacedCost }] of visits.entries()) {
    objective.push(`${goal.counts ? 1 : unplacedCost} u${v}`);
    const own = [`u${v}`];
    for (const [o, { cost, slotIds }] of options.entries()) {
      const name = `x${v}_${o}`;
      names.push(name);
      own.push(name);
      if (!goal.counts) objective.push(`${cost} ${name}`);
      for (const id of slotIds) users.set(id, [...(users.get(id) ?? []), name]);
    }
    rows.push(` v${v}: ${wrapped(own)} = 1`);
  }
  for (const [s, sharing] of [...users.values()].entries()) {
    if (sharing.length > 1) rows.push(` s${s}: ${wrapped(sharing)} <= 1`);
  }
  if (goal.places !== undefined) {
    rows.push(` all: ${wrapped(visits.map((_, v) => `u${v}`))} <= ${visits.length - goal.places}`);
  }
  const meeting = meetings(visits);
  for (const [m, pair] of meeting.entries()) rows.push(` m${m}: ${pair.join(' + ')} <= 1`);
  const isLonger = visits.some(({ options }) => options.some(({ slotIds }) => slotIds.length > 1));
  const isWhole = meeting.length === 0 && !isLonger;
  return [
    'Minimize',
    ` cost: ${wrapped(objective)}`,
    'Subject To',
    ...rows,
    ...(isWhole ? [] : ['Binary', ...names.map((name) => ` ${name}`)]),
    'End',
    '',
  ].join('\n');
}

/** Pairs of options of one patient's visits that overlap. */
function meetings(visits: readonly Visit[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [v, visit] of visits.entries()) {
    for (const [w, other] of visits.entries()) {
      if (w <= v || other.patientId !== visit.patientId) continue;
      for (const [o, option] of visit.options.entries()) {
        for (const [p, theirs] of other.options.entries()) {
          if (overlap(option, theirs)) pairs.push([`x${v}_${o}`, `x${w}_${p}`]);
        }
      }
    }
  }
  return pairs;
}

/** Terms of a sum, a few to a line: readers of the format limit how long one may be. */
function wrapped(terms: readonly string[]): string {
  const lines: string[] = [];
  for (let from = 0; from < terms.length; from += 8) lines.push(terms.slice(from, from + 8).join(' + '));
  return lines.join('\n + ');
}
