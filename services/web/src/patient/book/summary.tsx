import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { dayOfDate, visitTime } from '../../shared/time/format.ts';
import { useActing } from '../acting/acting.ts';
import { directoryQuery, profileQuery, referralsQuery } from '../api.ts';
import { type Chosen, useDraft } from './draft.ts';

/** Everything that was chosen and answered, each with the way to change it. */
export function Summary({ chosen }: { chosen: Chosen }) {
  const { answers } = useDraft();
  const directory = useQuery(directoryQuery).data;
  const profile = useQuery(profileQuery).data;
  const { slot } = chosen.hold;
  const location = directory?.locations.find(({ id }) => id === slot.locationId);
  const visit = directory?.visitTypes.find(({ id }) => id === slot.visitTypeId);
  const specialty = directory?.specialties.find(({ id }) => id === slot.specialtyId);
  const needs = answers.needs ?? profile?.accessNeeds ?? [];
  const acting = useActing();
  const order = useQuery(referralsQuery).data?.referrals.find(({ id }) => id === answers.referralId);
  const isOrdered = Boolean(answers.referralId);
  return (
    <Facts>
      {acting && (
        <Row name="For" change="whom">
          <bdi>{acting.name}</bdi>
        </Row>
      )}
      {order && (
        <Row name="Ordered by" change="order">
          <bdi>{order.orderedByName}</bdi>, for a visit by {dayOfDate(order.dueDate)}
        </Row>
      )}
      <Row name="When" change="times">
        {visitTime(slot.startAt, slot.timeZone)}
      </Row>
      <Row name="With" change="when">
        <bdi>{slot.providerName}</bdi>
      </Row>
      <Row name="Where" change="when">
        <bdi>{location?.name}</bdi>
        {location && (
          <span className="choice-hint">
            <bdi>{location.address}</bdi>
          </span>
        )}
      </Row>
      <Row name="Clinic" change={isOrdered ? 'order' : 'clinic'}>
        <bdi>{specialty?.plainName || specialty?.name}</bdi>
      </Row>
      <Row name="Visit" change={answers.isVisitOrdered ? 'order' : 'visit'}>
        <bdi>{visit?.name}</bdi>
      </Row>
      {!isOrdered && (
        <Row name="About" change="about">
          <bdi>{answers.reason.trim() || 'Nothing added'}</bdi>
        </Row>
      )}
      {!acting && (
        <Row name="Help" change="help">
          {needs.length > 0 ? needs.join(', ') : 'No help needed'}
        </Row>
      )}
      {chosen.why && (
        <Row name="Why this time">
          <bdi>{chosen.why}</bdi>
        </Row>
      )}
    </Facts>
  );
}

function Row(props: { name: string; change?: string; children: ReactNode }) {
  const { name, change } = props;
  return (
    <Fact name={name} change={change && <ChangeLink name={name} to={change} />}>
      {props.children}
    </Fact>
  );
}

function ChangeLink({ name, to }: { name: string; to: string }) {
  if (to === 'times') {
    return (
      <Link to="/book/times">
        Change<span className="visually-hidden"> time</span>
      </Link>
    );
  }
  return (
    <Link to="/book/$step" params={{ step: to }}>
      Change
      <span className="visually-hidden"> {name.toLowerCase()}</span>
    </Link>
  );
}
