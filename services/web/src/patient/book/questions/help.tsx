import { CheckboxGroup } from '../../../shared/controls/choice.tsx';
import { needOptions } from '../../needs.ts';
import type { QuestionProps } from './question-props.ts';

/** Access needs and interpreter; they are kept in the profile and shown to the clinic. */
export function HelpQuestion({ answers, change }: QuestionProps) {
  return (
    <CheckboxGroup
      name="needs"
      legend="Do you need help at the visit?"
      hideLegend
      hint="Choose all that apply, or none. We keep it for your next visits too."
      value={answers.needs ?? []}
      onChange={(needs) => change({ ...answers, needs })}
      options={needOptions(answers.needs ?? [])}
    />
  );
}
