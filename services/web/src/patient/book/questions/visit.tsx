import { RadioGroup } from '../../../shared/controls/choice.tsx';
import { duration } from '../../../shared/time/format.ts';
import type { QuestionProps } from './question-props.ts';

/** The kind of visit the chosen clinic offers. */
export function VisitQuestion({ answers, change, errors, directory }: QuestionProps) {
  return (
    <RadioGroup
      name="visit-type"
      legend="What kind of visit?"
      hideLegend
      error={errors.of('visit-type')}
      value={answers.visitTypeId}
      onChange={(visitTypeId) => change({ ...answers, visitTypeId })}
      options={directory.visitTypes
        .filter(({ specialtyId }) => specialtyId === answers.specialtyId)
        .map(({ id, name, lengthMinutes }) => ({ value: id, label: name, hint: duration(lengthMinutes) }))}
    />
  );
}
