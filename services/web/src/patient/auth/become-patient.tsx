import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../shared/api/problem.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { becomePatient, sessionQuery } from '../api.ts';
import { SignOutButton } from './sign-out-button.tsx';

/** Asks somebody of the clinic's staff, once, whether they want to be a patient too. */
export function BecomePatient() {
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState('');

  const agree = async () => {
    setPending(true);
    setFailure('');
    try {
      queries.setQueryData(sessionQuery.queryKey, await becomePatient());
    } catch (error) {
      setFailure(error instanceof ApiProblem ? error.message : 'That did not work. Try again in a moment.');
      setPending(false);
    }
  };

  return (
    <Page title="Use HealthBooker as a patient too?">
      {failure !== '' && (
        <Notice tone="danger" title="You are not a patient yet" live>
          <p>{failure}</p>
        </Notice>
      )}
      <p>
        You work here. With the same account you can also book visits for yourself and read your own record.
      </p>
      <p>
        Here you act as a patient only: nothing you may do at work counts. At work you use{' '}
        <a href="/clinic/">the clinic’s portal</a>, where your own record stays closed to you.
      </p>
      <p>
        <Button pending={pending} onPress={agree}>
          Yes, be a patient too
        </Button>
      </p>
      <p>
        <SignOutButton />
      </p>
    </Page>
  );
}
