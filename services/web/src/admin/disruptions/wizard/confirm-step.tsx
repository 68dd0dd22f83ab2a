import { timesWords } from '../../../shared/staff/impact.tsx';
import { StepButtons } from './step-buttons.tsx';
import type { SaveProps, StepProps } from './step-props.ts';

/** Shown instead of the steps when a change hits nobody. */
export function ConfirmStep({ change, plan, go, saving }: StepProps & { saving: SaveProps }) {
  return (
    <div className="stack-wide">
      <p>
        {change.words}. {timesWords(plan)} No booked visit is affected: nobody has to be moved or told.
      </p>
      <StepButtons step="confirm" plan={plan} go={go} saving={saving} />
    </div>
  );
}
