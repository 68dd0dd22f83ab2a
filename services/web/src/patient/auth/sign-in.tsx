import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Notice } from '../../shared/controls/notice.tsx';
import { SignIn as SignInForm } from '../../shared/session/sign-in-form.tsx';
import { setPending } from './pending.ts';

/** Sign-in for patients; afterwards the page that was asked for. */
export function SignIn(props: { next?: string; confirmed?: boolean; reset?: boolean }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <SignInForm
      heading="Sign in"
      intro={
        <>
          {props.confirmed && <Notice tone="ok">Your e-mail address is confirmed. Sign in to go on.</Notice>}
          {props.reset && <Notice tone="ok">Your new password is saved. Sign in with it.</Notice>}
        </>
      }
      onDone={() => {
        queries.clear();
        void navigate({ to: props.next ?? '/' });
      }}
      onUnconfirmed={(email) => {
        setPending({ email });
        void navigate({ to: '/confirm' });
      }}
      below={
        <ul className="plain-list">
          <li>
            <Link to="/forgotten-password" className="link-row">
              I have forgotten my password
            </Link>
          </li>
          <li>
            <Link to="/sign-up" className="link-row">
              Create an account
            </Link>
          </li>
        </ul>
      }
    />
  );
}
