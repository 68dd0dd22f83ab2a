import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from 'aws-amplify/auth';
import { useState } from 'react';
import { Button } from '../../shared/controls/button.tsx';
import { actFor } from '../acting/acting.ts';
import { clearDraft } from '../book/draft.ts';

/** Ends the session and forgets what this tab knew about the person. */
export function SignOutButton() {
  const [pending, setPending] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <Button
      variant="secondary"
      pending={pending}
      onPress={async () => {
        setPending(true);
        await signOut();
        clearDraft();
        actFor(undefined);
        await navigate({ to: '/sign-in' });
        queries.clear();
      }}
    >
      Sign out
    </Button>
  );
}
