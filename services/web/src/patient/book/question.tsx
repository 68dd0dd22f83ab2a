import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { type FormErrors, useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { useActing } from '../acting/acting.ts';
import { proxiesQuery } from '../acting/queries.ts';
import { useSwitch } from '../acting/switch.ts';
import { api, directoryQuery, type Profile, profileQuery } from '../api.ts';
import {
  type Answers,
  type Asked,
  firstOpenStep,
  firstStep,
  forSomebodyElse,
  problemsOf,
  type Step,
  stepsFor,
} from './answers.ts';
import { useAnswers, useAsked } from './asked.ts';
import { CareCard } from './care-card.tsx';
import { saveDraft } from './draft.ts';
import { AboutQuestion } from './questions/about.tsx';
import { ClinicQuestion } from './questions/clinic.tsx';
import { EmergencyQuestion } from './questions/emergency.tsx';
import { HelpQuestion } from './questions/help.tsx';
import { OrderQuestion } from './questions/order.tsx';
import type { QuestionProps } from './questions/question-props.ts';
import { VisitQuestion } from './questions/visit.tsx';
import { WhenQuestion } from './questions/when.tsx';
import { WhomQuestion } from './questions/whom.tsx';

const titles: Record<Step, { heading: string; Body: (props: QuestionProps) => ReactNode }> = {
  whom: { heading: 'Who is this visit for?', Body: WhomQuestion },
  order: { heading: 'Do you have a referral or follow-up?', Body: OrderQuestion },
  first: { heading: 'Is any of this happening now?', Body: EmergencyQuestion },
  clinic: { heading: 'Which clinic do you need?', Body: ClinicQuestion },
  visit: { heading: 'What kind of visit?', Body: VisitQuestion },
  about: { heading: 'What is it about?', Body: AboutQuestion },
  when: { heading: 'What suits you?', Body: WhenQuestion },
  help: { heading: 'Do you need help at the visit?', Body: HelpQuestion },
};

/** In a URL for the second question, when the first has changed what is asked. */
const afterWhom = 'next';

/** P2: one question a page. Going back keeps the answers; leaving a page forward needs its answer. */
export function Question(props: { step: string }) {
  const asked = useAsked();
  const answers = useAnswers();
  if (asked === undefined) {
    return (
      <Page title="Book a visit">
        <Skeleton lines={6} />
      </Page>
    );
  }
  const steps = stepsFor(answers, asked);
  const [first = 'when'] = steps;
  const step = steps.find((one) => one === props.step);
  const open = firstOpenStep(answers, asked);
  if (props.step === firstStep) return <Navigate to="/book/$step" params={{ step: first }} replace />;
  if (props.step === afterWhom) {
    return <Navigate to="/book/$step" params={{ step: steps[1] ?? first }} replace />;
  }
  if (step === undefined || (open !== undefined && steps.indexOf(step) > steps.indexOf(open))) {
    return <Navigate to="/book/$step" params={{ step: open ?? first }} replace />;
  }
  return <QuestionPage key={step} step={step} asked={asked} />;
}

function QuestionPage({ step, asked }: { step: Step; asked: Asked }) {
  const answers = useAnswers();
  const steps = stepsFor(answers, asked);
  const directory = useQuery(directoryQuery);
  const profile = useQuery(profileQuery);
  const errors = useFormErrors();
  const [emergency, setEmergency] = useState(false);
  const forward = useForward(step, asked, errors);
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
          <Form onSubmit={submit}>
            <Body
              answers={step === 'help' ? withProfileNeeds(answers, profile.data) : answers}
              change={(next) => saveDraft({ answers: next })}
              errors={errors}
              directory={data}
            />
            <Submit pending={forward.pending}>{number === steps.length ? 'Find a time' : 'Continue'}</Submit>
          </Form>
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

function useForward(step: Step, asked: Asked, errors: FormErrors) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const people = useQuery(proxiesQuery).data?.actsFor ?? [];
  const acting = useActing();
  const change = useSwitch();
  const answers = useAnswers();
  const [pending, setPending] = useState(false);

  const keepNeeds = async ({ version, accessNeeds }: Profile, needs: string[]): Promise<boolean> => {
    if (needs.join() === accessNeeds.join()) return true;
    setPending(true);
    try {
      await answer(
        api.PATCH('/v1/me', {
          params: { header: { 'if-match': `"${version}"` } },
          body: { accessNeeds: needs },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['profile'] });
      return true;
    } catch (error) {
      errors.refuse(error);
      return false;
    } finally {
      setPending(false);
    }
  };

  const go = async (profile: Profile | undefined) => {
    if (step === 'whom') {
      const chosen = people.find(({ personId }) => personId === answers.whom);
      if (chosen?.personId !== acting?.personId) {
        saveDraft({ answers: forSomebodyElse(answers) });
        change(chosen && { personId: chosen.personId, name: chosen.name || 'somebody', scope: chosen.scope });
        // What they are asked is known when their orders have been read.
        return void (await navigate({ to: '/book/$step', params: { step: afterWhom } }));
      }
    }
    const steps = stepsFor(answers, asked);
    const next = steps[steps.indexOf(step) + 1];
    if (next) return void (await navigate({ to: '/book/$step', params: { step: next } }));
    const isKept = !asked.help || !profile || !answers.needs || (await keepNeeds(profile, answers.needs));
    if (isKept) await navigate({ to: answers.goal === 'wait' ? '/book/wait' : '/book/times' });
  };
  return { pending, go };
}
