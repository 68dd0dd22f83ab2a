import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../shared/controls/button.tsx';
import { ErrorSummary } from '../../../shared/controls/error-summary.tsx';
import { Form } from '../../../shared/controls/form.tsx';
import { type FormError, type FormErrors, useFormErrors } from '../../../shared/controls/form-errors.ts';
import { Page } from '../../../shared/controls/page.tsx';

/** What the wizard gives its first step. */
export type FirstStepProps = {
  title: string;
  question: string;
  /** Plans what the form says and goes on; fails with what the server refuses. */
  begin: () => Promise<void>;
};

type Props = FirstStepProps & {
  /** What is wrong with the form as it stands, by its inputs. */
  missing: () => readonly FormError[];
  /** The server's names of the inputs. */
  fields: Readonly<Record<string, string>>;
  /** The way out. */
  cancel: ReactNode;
  children: (errors: FormErrors) => ReactNode;
};

/** The form of a change: what is wrong with it, here or for the server, and the button that plans it. */
export function FirstStep(props: Props) {
  const errors = useFormErrors();
  const planning = useMutation({
    mutationFn: props.begin,
    onError: (error) => errors.refuse(error, props.fields),
  });
  const { title, question } = props;
  return (
    <Page title={title} heading={question} above={`${title}: step 1`} failed={errors.list.length > 0}>
      <Form
        wide
        onSubmit={() => {
          if (errors.check(props.missing())) planning.mutate();
        }}
      >
        <ErrorSummary errors={errors} />
        {props.children(errors)}
        <div className="row">
          <Button type="submit" pending={planning.isPending} pendingText="Finding new times…">
            Continue
          </Button>
          {props.cancel}
        </div>
      </Form>
    </Page>
  );
}
