import { RadioGroup } from '../../../shared/controls/choice.tsx';
import type { QuestionProps } from './question-props.ts';

/** Asked first, so that nobody fills in a form while they need an ambulance. */
export function EmergencyQuestion({ answers, change, errors }: QuestionProps) {
  return (
    <>
      <ul className="bullets">
        <li>severe chest pain, or trouble breathing</li>
        <li>heavy bleeding that does not stop</li>
        <li>sudden weakness, a drooping face or trouble speaking</li>
        <li>thoughts of harming yourself</li>
      </ul>
      <RadioGroup
        name="emergency"
        legend="Is any of this happening now?"
        hideLegend
        error={errors.of('emergency')}
        value={answers.emergency}
        onChange={(emergency) => change({ ...answers, emergency })}
        options={[
          { value: 'no', label: 'No, none of these' },
          { value: 'yes', label: 'Yes, at least one' },
        ]}
      />
    </>
  );
}
