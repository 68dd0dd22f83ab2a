import { CheckboxGroup } from '../../../shared/controls/choice.tsx';
import { TextArea } from '../../../shared/controls/text-field.tsx';
import { reasonLength } from '../answers.ts';
import type { QuestionProps } from './question-props.ts';

/** Plain questions; how urgent it is follows from the answers and is never asked. */
export function AboutQuestion({ answers, change, errors }: QuestionProps) {
  return (
    <>
      <TextArea
        name="reason"
        label="In your own words (you may leave this empty)"
        hint={`Only the people who treat you read this. At most ${reasonLength} characters.`}
        error={errors.of('reason')}
        value={answers.reason}
        onChange={(reason) => change({ ...answers, reason })}
      />
      <CheckboxGroup
        name="signs"
        legend="Which of these are true?"
        hint="Choose all that apply, or none."
        value={answers.signs}
        onChange={(signs) => change({ ...answers, signs })}
        options={[
          { value: 'gettingWorse', label: 'It got much worse in the last days' },
          { value: 'limitsDailyLife', label: 'It keeps me from sleep, work or eating' },
          { value: 'longStanding', label: 'I have had it for more than six weeks' },
        ]}
      />
    </>
  );
}
