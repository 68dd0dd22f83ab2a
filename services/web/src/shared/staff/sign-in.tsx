import { useQueryClient } from '@tanstack/react-query';
import { SignIn } from '../session/sign-in-form.tsx';

/** The search parameters of the sign-in page. Only paths of the same portal may follow a sign-in. */
export function nextAfterSignIn(search: Record<string, unknown>): { next?: string } {
  const { next } = search;
  return typeof next === 'string' && /^\/(?!\/)[\w\-/]*$/.test(next) ? { next } : {};
}

/** Sign-in for staff: also a first password of one's own, and a code from an app. */
export function StaffSignIn(props: { onDone: () => void }) {
  const queries = useQueryClient();
  return (
    <SignIn
      heading="Sign in to the clinic"
      onDone={() => {
        queries.clear();
        props.onDone();
      }}
      below={
        <p className="muted">
          Looking for your own appointments? <a href="/">Go to the patients’ portal</a>
        </p>
      }
    />
  );
}
