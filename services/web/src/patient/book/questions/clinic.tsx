import { RadioGroup } from '../../../shared/controls/choice.tsx';
import { withSpecialty } from '../answers.ts';
import type { QuestionProps } from './question-props.ts';

/** The specialty, in the words a patient would use with the clinical name beside them. */
export function ClinicQuestion({ answers, change, errors, directory }: QuestionProps) {
  return (
    <RadioGroup
      name="specialty"
      legend="Which clinic do you need?"
      hideLegend
      hint="If you were referred, it stands in your referral letter."
      error={errors.of('specialty')}
      value={answers.specialtyId}
      onChange={(specialtyId) => change(withSpecialty(answers, specialtyId))}
      options={directory.specialties.map(({ id, name, plainName }) => ({
        value: id,
        label: plainName || name,
        hint: plainName && plainName !== name ? name : undefined,
      }))}
    />
  );
}
