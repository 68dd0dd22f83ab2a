import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { SignIn as SignInForm } from '../shared/session/sign-in-form.tsx';

const route = getRouteApi('/open/sign-in');

/** Sign-in for staff: also a first password of one's own, and a code from an app. */
export function SignIn() {
  const { next } = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <SignInForm
      heading="Sign in to the clinic"
      onDone={() => {
        queries.clear();
        void navigate({ to: next ?? '/' });
      }}
      below={
        <p className="muted">
          Looking for your own appointments? <a href="/">Go to the patients’ portal</a>
        </p>
      }
    />
  );
}
