import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { HourglassIcon } from '@phosphor-icons/react/dist/csr/Hourglass';
import { ProhibitIcon } from '@phosphor-icons/react/dist/csr/Prohibit';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answer, done } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Tag } from '../../shared/controls/tag.tsx';
import { Twice } from '../../shared/controls/twice.tsx';
import { api } from '../../shared/staff/api.ts';
import { deviceZone, staffDate, staffTime } from '../../shared/time/format.ts';
import type { ProxyLink } from './queries.ts';

const stateWords: Readonly<Record<ProxyLink['state'], string>> = {
  unconfirmed: 'Waits for a colleague',
  active: 'Active',
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

/** A link with all its details and the actions that are allowed. */
export function LinkCard(props: { link: ProxyLink; children?: ReactNode }) {
  const { link } = props;
  const at = (instant: string) => staffTime(instant, deviceZone());
  const by = (act: { name: string }, when: string) => (
    <>
      <bdi>{named(act.name)}</bdi>, {at(when)}
    </>
  );
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
      <Facts wide>
        <Fact name="Patient">
          {[link.patient.medicalRecordNumber, born(link.patient.birthDate)].filter(Boolean).join(', ') ||
            'Not recorded'}
        </Fact>
        <Fact name="Allows">{scopeWords[link.scope]}</Fact>
        <Fact name="Made by">
          {link.madeByStaff ? by(link.grantedBy, link.since) : `The patient, by a code, ${at(link.since)}`}
        </Fact>
        {link.madeByStaff && (
          <Fact name="Shown">
            <bdi>{link.evidence || 'Made before evidence was kept'}</bdi>
          </Fact>
        )}
        {link.madeByStaff && (
          <Fact name="Reason">
            <bdi>{link.reason || 'Made before reasons were kept'}</bdi>
          </Fact>
        )}
        {link.state === 'unconfirmed' && link.confirmBy !== null && (
          <Fact name="Lapses">{at(link.confirmBy)}</Fact>
        )}
        {link.confirmed && <Fact name="Confirmed by">{by(link.confirmed, link.confirmed.at)}</Fact>}
        {link.ended === null && (
          <Fact name="Ends">{link.expiresAt === null ? 'When somebody ends it' : at(link.expiresAt)}</Fact>
        )}
        {link.ended && <Fact name="Ended by">{by(link.ended, link.ended.at)}</Fact>}
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
  return birthDate === '' ? '' : `born ${staffDate(birthDate)}`;
}

/** Confirms a link, for a colleague of whoever made it. */
export function ConfirmLink(props: { link: ProxyLink; ownId: string }) {
  const { link, ownId } = props;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const confirm = useMutation({
    mutationFn: () =>
      answer(api.POST('/clinic/v1/proxies/{id}/confirm', { params: { path: { id: link.linkId } } })),
    onSuccess: () => {
      announce(`Confirmed: ${named(link.proxy.name)} for ${named(link.patient.name)}`);
      return queries.invalidateQueries({ queryKey: ['proxies'] });
    },
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

/** Records that privacy has reviewed a link. Nobody reviews a link that they made or confirmed. */
export function ReviewLink(props: { link: ProxyLink; ownId: string }) {
  const { link, ownId } = props;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const review = useMutation({
    mutationFn: () =>
      answer(api.POST('/clinic/v1/proxies/{id}/review', { params: { path: { id: link.linkId } } })),
    onSuccess: () => {
      announce(`Reviewed: ${named(link.proxy.name)} for ${named(link.patient.name)}`);
      return queries.invalidateQueries({ queryKey: ['proxies'] });
    },
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
  const announce = useAnnounce();
  const path = { id: link.patient.personId, proxyId: link.proxy.personId };
  const end = useMutation({
    mutationFn: () => done(api.DELETE('/clinic/v1/patients/{id}/proxies/{proxyId}', { params: { path } })),
    onSuccess: () => {
      announce(`Ended: ${named(link.proxy.name)} for ${named(link.patient.name)}`);
      return queries.invalidateQueries({ queryKey: ['proxies'] });
    },
  });
  if (link.state !== 'active' && link.state !== 'unconfirmed') return null;
  return (
    <>
      {end.isError && <p role="alert">{end.error.message}</p>}
      <Twice
        words="End the link"
        label={`End the link: ${link.proxy.name} for ${link.patient.name}`}
        sure="End it now"
        keep="Keep it"
        pending={end.isPending}
        onPress={() => end.mutate()}
      />
    </>
  );
}
