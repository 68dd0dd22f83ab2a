import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { type FormErrors, useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { AuthForm, Submit } from '../../shared/session/sign-in-form.tsx';
import { api, directoryQuery, type Profile, profileQuery } from '../api.ts';
import { type Answers, firstOpenStep, problemsOf, type Step, steps } from './answers.ts';
import { CareCard } from './care-card.tsx';
import { saveDraft, useDraft } from './draft.ts';
import { AboutQuestion } from './questions/about.tsx';
import { ClinicQuestion } from './questions/clinic.tsx';
import { EmergencyQuestion } from './questions/emergency.tsx';
import { HelpQuestion } from './questions/help.tsx';
import type { QuestionProps } from './questions/question-props.ts';
import { VisitQuestion } from './questions/visit.tsx';
import { WhenQuestion } from './questions/when.tsx';

const titles: Record<Step, { heading: string; Body: (props: QuestionProps) => ReactNode }> = {
  first: { heading: 'Is any of this happening now?', Body: EmergencyQuestion },
  clinic: { heading: 'Which clinic do you need?', Body: ClinicQuestion },
  visit: { heading: 'What kind of visit?', Body: VisitQuestion },
  about: { heading: 'What is it about?', Body: AboutQuestion },
  when: { heading: 'What suits you?', Body: WhenQuestion },
  help: { heading: 'Do you need help at the visit?', Body: HelpQuestion },
};

/** P2: one question a page. Going back keeps the answers; leaving a page forward needs its answer. */
export function Question(props: { step: string }) {
  const step = steps.find((one) => one === props.step);
  const { answers } = useDraft();
  const open = firstOpenStep(answers);
  if (step === undefined || (open !== undefined && steps.indexOf(step) > steps.indexOf(open))) {
    return <Navigate to="/book/$step" params={{ step: open ?? steps[0] }} replace />;
  }
  return <QuestionPage key={step} step={step} />;
}

function QuestionPage({ step }: { step: Step }) {
  const { answers } = useDraft();
  const directory = useQuery(directoryQuery);
  const profile = useQuery(profileQuery);
  const errors = useFormErrors();
  const [emergency, setEmergency] = useState(false);
  const forward = useForward(step, errors);
  const { heading, Body } = titles[step];
  const number = steps.indexOf(step) + 1;
  const previous = steps[number - 2];

  if (emergency) return <CareCard onBack={() => setEmergency(false)} />;

  const submit = () => {
    if (!errors.check(problemsOf(step, answers))) return;
    if (step === 'first' && answers.emergency === 'yes') setEmergency(true);
    else void forward.go(profile.data);
  };

  return (
    <Page
      title="Book a visit"
      heading={heading}
      failed={errors.list.length > 0}
      above={
        <>
          Step {number} of {steps.length}
          <div className="progress" aria-hidden="true">
            {steps.map((one, index) => (
              <span key={one} data-done={index < number} />
            ))}
          </div>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <Loaded query={directory}>
        {(data) => (
          <AuthForm onSubmit={submit}>
            <Body
              answers={step === 'help' ? withProfileNeeds(answers, profile.data) : answers}
              change={(next) => saveDraft({ answers: next })}
              errors={errors}
              directory={data}
            />
            <Submit pending={forward.pending}>{step === 'help' ? 'Find a time' : 'Continue'}</Submit>
          </AuthForm>
        )}
      </Loaded>
      <p>
        {previous ? (
          <Link to="/book/$step" params={{ step: previous }} className="link-row">
            Back
          </Link>
        ) : (
          <Link to="/" className="link-row">
            Back to home
          </Link>
        )}
      </p>
    </Page>
  );
}

/** What the profile knows already is ticked, until somebody changes it here. */
function withProfileNeeds(answers: Answers, profile: Profile | undefined): Answers {
  return answers.needs === undefined && profile ? { ...answers, needs: profile.accessNeeds } : answers;
}

function useForward(step: Step, errors: FormErrors) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { answers } = useDraft();
  const [pending, setPending] = useState(false);
  const go = async (profile: Profile | undefined) => {
    const next = steps[steps.indexOf(step) + 1];
    if (next) return void (await navigate({ to: '/book/$step', params: { step: next } }));
    if (profile && answers.needs && answers.needs.join() !== profile.accessNeeds.join()) {
      setPending(true);
      try {
        await answer(
          api.PATCH('/v1/me', {
            params: { header: { 'if-match': `"${profile.version}"` } },
            body: { accessNeeds: answers.needs },
          }),
        );
        await queries.invalidateQueries({ queryKey: ['profile'] });
      } catch (error) {
        errors.refuse(error);
        return;
      } finally {
        setPending(false);
      }
    }
    await navigate({ to: answers.goal === 'wait' ? '/book/wait' : '/book/times' });
  };
  return { pending, go };
}
