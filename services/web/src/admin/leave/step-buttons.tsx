import { Button } from '../../shared/controls/button.tsx';
import { type Step, steps } from './leave-search.ts';

/** Continue and Back between the steps; both keep everything. */
export function StepButtons(props: { step: Step; go: (step: Step) => void }) {
  const at = steps.indexOf(props.step);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  return (
    <div className="row">
      {after && <Button onPress={() => props.go(after)}>Continue</Button>}
      {before && (
        <Button variant="secondary" onPress={() => props.go(before)}>
          Back
        </Button>
      )}
    </div>
  );
}
