import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { HourglassIcon } from '@phosphor-icons/react/dist/csr/Hourglass';
import { ProhibitIcon } from '@phosphor-icons/react/dist/csr/Prohibit';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { answer, done } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Tag } from '../../shared/controls/tag.tsx';
import { api } from '../../shared/staff/api.ts';
import { deviceZone, staffTime } from '../../shared/time/format.ts';
import type { ProxyLink } from './queries.ts';

const stateWords: Readonly<Record<ProxyLink['state'], string>> = {
  unconfirmed: 'Waits for a colleague',
  active: 'Works',
  lapsed: 'Lapsed: nobody confirmed it',
  expired: 'Its time is over',
  ended: 'Ended',
};

const stateTags = {
  unconfirmed: { tone: 'warn', icon: HourglassIcon },
  active: { tone: 'ok', icon: CheckCircleIcon },
  lapsed: { tone: 'quiet', icon: ProhibitIcon },
  expired: { tone: 'quiet', icon: ProhibitIcon },
  ended: { tone: 'quiet', icon: ProhibitIcon },
} as const satisfies Record<ProxyLink['state'], object>;

/** Between who acts and the patient. */
const actsWords: Readonly<Record<ProxyLink['state'], string>> = {
  unconfirmed: 'is to act for',
  active: 'acts for',
  lapsed: 'was to act for',
  expired: 'acted for',
  ended: 'acted for',
};

const scopeWords: Readonly<Record<ProxyLink['scope'], string>> = {
  bookings: 'Bookings only',
  record: 'Bookings and the record',
};

/** A link with everything that is to be known of it, and what may be done with it. */
export function LinkCard(props: { link: ProxyLink; children?: ReactNode }) {
  const { link } = props;
  const at = (instant: string) => staffTime(instant, deviceZone());
  const by = (act: { name: string; at: string }) => `${named(act.name)}, ${at(act.at)}`;
  return (
    <article className="sheet stack" aria-labelledby={`link-${link.linkId}`}>
      <h2 id={`link-${link.linkId}`}>
        <bdi>{named(link.proxy.name)}</bdi> {actsWords[link.state]} <bdi>{named(link.patient.name)}</bdi>
      </h2>
      <p className="row">
        <Tag {...stateTags[link.state]}>{stateWords[link.state]}</Tag>
        {link.disputedAt !== null && (
          <Tag tone="danger" icon={WarningIcon}>
            The patient says: this was not me
          </Tag>
        )}
      </p>
      <Facts>
        <Fact name="Patient">
          {[link.patient.medicalRecordNumber, born(link.patient.birthDate)].filter(Boolean).join(', ') ||
            'Not recorded'}
        </Fact>
        <Fact name="Allows">{scopeWords[link.scope]}</Fact>
        <Fact name="Made by">
          {link.madeByStaff
            ? `${named(link.grantedBy.name)}, ${at(link.since)}`
            : `The patient, by a code, ${at(link.since)}`}
        </Fact>
        {link.madeByStaff && <Fact name="Shown">{link.evidence || 'Made before evidence was kept'}</Fact>}
        {link.madeByStaff && <Fact name="Reason">{link.reason || 'Made before reasons were kept'}</Fact>}
        {link.state === 'unconfirmed' && link.confirmBy !== null && (
          <Fact name="Lapses">{at(link.confirmBy)}</Fact>
        )}
        {link.confirmed && <Fact name="Confirmed by">{by(link.confirmed)}</Fact>}
        {link.ended === null && (
          <Fact name="Ends">{link.expiresAt === null ? 'When somebody ends it' : at(link.expiresAt)}</Fact>
        )}
        {link.ended && <Fact name="Ended by">{by(link.ended)}</Fact>}
        {link.disputedAt !== null && <Fact name="Disputed">{at(link.disputedAt)}</Fact>}
      </Facts>
      {props.children}
    </article>
  );
}

function named(name: string): string {
  return name || 'Name not available';
}

function born(birthDate: string): string {
  return birthDate === '' ? '' : `born ${birthDate}`;
}

/** Confirms a link, for a colleague of whoever made it. */
export function ConfirmLink(props: { link: ProxyLink; ownId: string }) {
  const { link, ownId } = props;
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: () =>
      answer(api.POST('/clinic/v1/proxies/{id}/confirm', { params: { path: { id: link.linkId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['proxies'] }),
  });
  if (link.grantedBy.personId === ownId) return <p>You made this link: a colleague has to confirm it.</p>;
  return (
    <>
      {confirm.isError && <p role="alert">{confirm.error.message}</p>}
      <Button
        variant="primary"
        label={`Confirm: ${link.proxy.name} for ${link.patient.name}`}
        pending={confirm.isPending}
        onPress={() => confirm.mutate()}
      >
        Confirm
      </Button>
    </>
  );
}

/** Says that privacy has looked at a link; not of what one made or confirmed oneself. */
export function ReviewLink(props: { link: ProxyLink; ownId: string }) {
  const { link, ownId } = props;
  const queries = useQueryClient();
  const review = useMutation({
    mutationFn: () =>
      answer(api.POST('/clinic/v1/proxies/{id}/review', { params: { path: { id: link.linkId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['proxies'] }),
  });
  if (link.state === 'unconfirmed')
    return <p>To be reviewed when a colleague has confirmed it, or it has lapsed.</p>;
  if (link.confirmed?.personId === ownId) return <p>You confirmed this link: somebody else reviews it.</p>;
  return (
    <>
      {review.isError && <p role="alert">{review.error.message}</p>}
      <Button
        variant="secondary"
        label={`Reviewed: ${link.proxy.name} for ${link.patient.name}`}
        pending={review.isPending}
        onPress={() => review.mutate()}
      >
        Reviewed
      </Button>
    </>
  );
}

/** Ends a link after a second press. */
export function EndLink(props: { link: ProxyLink }) {
  const { link } = props;
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const path = { id: link.patient.personId, proxyId: link.proxy.personId };
  const end = useMutation({
    mutationFn: () => done(api.DELETE('/clinic/v1/patients/{id}/proxies/{proxyId}', { params: { path } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['proxies'] }),
  });
  if (link.state !== 'active' && link.state !== 'unconfirmed') return null;
  if (!asked) {
    return (
      <Button
        variant="quiet"
        label={`End the link: ${link.proxy.name} for ${link.patient.name}`}
        onPress={() => setAsked(true)}
      >
        End the link
      </Button>
    );
  }
  return (
    <>
      {end.isError && <p role="alert">{end.error.message}</p>}
      <Button variant="danger" pending={end.isPending} onPress={() => end.mutate()}>
        End it now
      </Button>
      <Button variant="secondary" onPress={() => setAsked(false)}>
        Keep it
      </Button>
    </>
  );
}
