import { useQueryClient } from '@tanstack/react-query';
import { SignIn } from '../session/sign-in-form.tsx';

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
