import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { done } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { useClinicPhone } from '../../shared/query/phone.ts';
import { api } from '../api.ts';

/**
 * The page behind the link of a notice mail, signed in or not. Opening it changes nothing, because mail scanners open
 * links too.
 */
export function NotMe() {
  const phone = useClinicPhone();
  const [secret] = useState(() => window.location.hash.slice(1));
  const dispute = useMutation({
    mutationFn: () => done(api.POST('/v1/proxies/not-me', { body: { secret } })),
  });
  if (dispute.isSuccess) {
    return (
      <Page key="done" title="It has ended">
        <Notice tone="ok" live>
          This person can no longer act for you. Our privacy team has been told and looks into it.
        </Notice>
        <p>Questions? Call {phone}.</p>
        <p>
          <Link to="/account">See who acts for you</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title="This was not me">
      <p>
        Somebody was given the right to act for you, or asked for it. If you do not know of it or do not want
        it, end it here. It stops at once, and our privacy team looks into it.
      </p>
      {dispute.isError && (
        <Notice tone="danger" live>
          {dispute.error.message} Please call {phone}.
        </Notice>
      )}
      <p className="actions">
        <Button variant="danger" pending={dispute.isPending} onPress={() => dispute.mutate()}>
          End it, this was not me
        </Button>
      </p>
    </Page>
  );
}
