import { Button } from '../../../shared/controls/button.tsx';
import type { SaveProps, StepProps } from './step-props.ts';
import { type ShownStep, stepsOf } from './steps.ts';

/** Continue and Back between the steps; both keep everything. The last step saves. */
export function StepButtons(props: Pick<StepProps, 'plan' | 'go'> & { step: ShownStep; saving?: SaveProps }) {
  const known = stepsOf(props.plan);
  const at = known.indexOf(props.step);
  const [before, after] = [known[at - 1], known[at + 1]];
  const { saving } = props;
  return (
    <div className="row">
      {saving && (
        <Button pending={saving.isSaving} pendingText="Saving…" onPress={saving.onSave}>
          {saving.save}
        </Button>
      )}
      {after && <Button onPress={() => props.go(after)}>Continue</Button>}
      {before && (
        <Button variant="secondary" onPress={() => props.go(before)}>
          Back
        </Button>
      )}
    </div>
  );
}
