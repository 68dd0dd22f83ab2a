import type { FormErrors } from '../../../shared/controls/form-errors.ts';
import type { Directory } from '../../api.ts';
import type { Answers } from '../answers.ts';

/** What each question of the booking is given. */
export type QuestionProps = {
  answers: Answers;
  change: (answers: Answers) => void;
  errors: FormErrors;
  directory: Directory;
};
