import { Page } from '../../shared/controls/page.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** A member of staff signed in where patients do. */
export function WrongPortal() {
  return (
    <Page title="This is the patients’ portal">
      <p>Your account belongs to the clinic’s staff.</p>
      <p>
        <a href="/clinic/">Go to the clinic’s portal</a>
      </p>
      <p>
        <SignOutButton />
      </p>
    </Page>
  );
}
