/** The steps of a change that hits booked visits, in their order; the first is the form of the change itself. */
export const steps = ['change', 'visits', 'times', 'unplaced', 'messages'] as const;
export type Step = (typeof steps)[number];

/** The page that stands instead of all but the first step when a change hits nobody. */
export const quietSteps = ['change', 'confirm'] as const;
export type ShownStep = Step | (typeof quietSteps)[number];

/** What the address of a wizard holds. The change itself is kept in the tab, so that Back and reloading keep it. */
export type WizardSearch = { step?: ShownStep };

/** Reads the address; what is not as it must be is left out. */
export function readWizardSearch(search: Record<string, unknown>): WizardSearch {
  const step = [...steps, ...quietSteps].find((one) => one === search['step']);
  return step === undefined ? {} : { step };
}

/** The steps that a plan needs. */
export function stepsOf({ moves }: { moves: readonly unknown[] }): readonly ShownStep[] {
  return moves.length === 0 ? quietSteps : steps;
}

/** The step to show for the one that the address names: the nearest that the plan has. */
export function stepOf(plan: { moves: readonly unknown[] }, named: ShownStep): ShownStep {
  const known = stepsOf(plan);
  return known.find((one) => one === named) ?? known[1] ?? 'change';
}
