import type { Change, Plan } from './plan.ts';
import type { ShownStep } from './steps.ts';

/** What every step after the first one works with. */
export type StepProps = {
  change: Change;
  plan: Plan;
  /** Visits for which the proposed time is not taken: they go to the worklist. */
  declined: ReadonlySet<string>;
  go: (step: ShownStep) => void;
};

/** What the last step saves with. */
export type SaveProps = {
  /** The words of the button. */
  save: string;
  isSaving: boolean;
  onSave: () => void;
};
