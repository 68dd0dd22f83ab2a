import { StepButtons } from './step-buttons.tsx';
import type { SaveProps, StepProps } from './step-props.ts';
import { TimesChanged } from './times-changed.tsx';

/** Stands instead of the steps when a change hits nobody. */
export function ConfirmStep({ change, plan, go, saving }: StepProps & { saving: SaveProps }) {
  return (
    <div className="stack-wide">
      <p>
        {change.words}. <TimesChanged plan={plan} /> No visit is booked then, so nobody has to be moved or
        told.
      </p>
      <StepButtons step="confirm" plan={plan} go={go} saving={saving} />
    </div>
  );
}
