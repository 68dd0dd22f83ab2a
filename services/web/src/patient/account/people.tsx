import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, done } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Twice } from '../../shared/controls/twice.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { day, deviceZone, shortDate } from '../../shared/time/format.ts';
import { useActing } from '../acting/acting.ts';
import { type Proxies, proxiesQuery } from '../acting/queries.ts';
import { useActFor, useSwitch } from '../acting/switch.ts';
import { api } from '../api.ts';
import { EnterCode } from './enter-code.tsx';

/** P10: whom one acts for and who acts for oneself, with codes to begin and buttons to end it. */
export function People() {
  const proxies = useQuery(proxiesQuery);
  return (
    <Loaded query={proxies}>
      {(data) => (
        <>
          <section className="stack" aria-labelledby="acts-for-title">
            <h2 id="acts-for-title">People I act for</h2>
            <ActsFor people={data.actsFor} />
            <EnterCode />
          </section>
          <section className="stack" aria-labelledby="proxies-title">
            <h2 id="proxies-title">People who act for me</h2>
            <ActForMe proxies={data} />
            <Invite open={data.openCodesExpireAt} />
          </section>
        </>
      )}
    </Loaded>
  );
}

function ActsFor({ people }: { people: Proxies['actsFor'] }) {
  const acting = useActing();
  const change = useSwitch();
  const actFor = useActFor();
  if (people.length === 0) {
    return (
      <p>Nobody yet. With a code from a relative, or at reception, you can book and read for them here.</p>
    );
  }
  return (
    <ul className="people">
      {people.map((person) => (
        <li key={person.personId}>
          <p>
            <strong>
              <bdi>{person.name || 'Somebody'}</bdi>
            </strong>
            {person.birthDate && <span className="choice-hint">Born {shortDate(person.birthDate)}</span>}
            <Terms link={person} />
          </p>
          <p className="row">
            {acting?.personId !== person.personId && (
              <Button
                variant="secondary"
                onPress={() =>
                  actFor({
                    personId: person.personId,
                    name: person.name || 'somebody',
                    scope: person.scope,
                  })
                }
              >
                {`Act for ${person.name || 'them'}`}
              </Button>
            )}
            <EndButton
              personId={person.personId}
              name={person.name}
              path="/v1/acting-for/{id}"
              onEnded={() => acting?.personId === person.personId && change(undefined)}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}

function ActForMe({ proxies }: { proxies: Proxies }) {
  if (proxies.proxies.length === 0 && proxies.unconfirmed.length === 0) {
    return <p>Nobody. Give somebody you trust a code, and they can book and read for you.</p>;
  }
  return (
    <ul className="people">
      {proxies.unconfirmed.map((person) => (
        <li key={person.linkId}>
          <p>
            <strong>
              <bdi>{person.name || 'Somebody'}</bdi>
            </strong>
            <span className="choice-hint">
              Asked for by our reception. Nothing is open to them until a second member of staff has confirmed
              it.
            </span>
            <Terms link={person} />
          </p>
          <p className="row">
            <NotMeButton linkId={person.linkId} name={person.name} />
          </p>
        </li>
      ))}
      {proxies.proxies.map((person) => (
        <li key={person.personId}>
          <p>
            <strong>
              <bdi>{person.name || 'Somebody'}</bdi>
            </strong>
            <span className="choice-hint">Since {day(person.since, deviceZone())}</span>
            <Terms link={person} />
          </p>
          <p className="row">
            <EndButton personId={person.personId} name={person.name} path="/v1/proxies/{id}" />
            {person.madeByStaff && <NotMeButton linkId={person.linkId} name={person.name} />}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** How far a link goes, until when, and why it was made. */
function Terms({ link }: { link: Pick<Proxies['proxies'][number], 'scope' | 'expiresAt' | 'reason'> }) {
  return (
    <>
      <span className="choice-hint">
        {link.scope === 'record' ? 'Visits and the record' : 'Visits only, nothing of the record'}
        {link.expiresAt === null ? '' : `, until ${day(link.expiresAt, deviceZone(), { year: true })}`}
      </span>
      {link.reason && (
        <span className="choice-hint">
          Reason: <bdi>{link.reason}</bdi>
        </span>
      )}
    </>
  );
}

/** Ends a link that the patient knows nothing of, and tells the privacy team. */
function NotMeButton({ linkId, name }: { linkId: string; name: string }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const dispute = useMutation({
    mutationFn: () => done(api.POST('/v1/proxies/{id}/not-me', { params: { path: { id: linkId } } })),
    onSuccess: () => {
      announce(`Ended: ${name || 'they'} can no longer act for you. Our privacy team has been told.`);
      return queries.invalidateQueries({ queryKey: ['proxies'] });
    },
  });
  return (
    <>
      <Button
        variant="quiet"
        label={`This was not me: ${name}`}
        pending={dispute.isPending}
        onPress={() => dispute.mutate()}
      >
        This was not me
      </Button>
      {dispute.isError && <span role="alert">{dispute.error.message}</span>}
    </>
  );
}

/** Ends a link after a second press, so that one slip does not cut somebody off. */
function EndButton(props: {
  personId: string;
  name: string;
  path: '/v1/proxies/{id}' | '/v1/acting-for/{id}';
  onEnded?: () => void;
}) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const end = useMutation({
    mutationFn: () => done(api.DELETE(props.path, { params: { path: { id: props.personId } } })),
    onSuccess: () => {
      props.onEnded?.();
      announce(`Ended: ${props.name || 'the link'}`);
      return queries.invalidateQueries({ queryKey: ['proxies'] });
    },
  });
  return (
    <>
      <Twice
        words="End it"
        label={`End it: ${props.name}`}
        sure={`End it for ${props.name || 'them'}`}
        keep="Keep it"
        pending={end.isPending}
        onPress={() => end.mutate()}
      />
      {end.isError && <span role="alert">{end.error.message}</span>}
    </>
  );
}

function Invite({ open }: { open: readonly string[] }) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['proxies'] });
  const [scope, setScope] = useState<'record' | 'bookings'>('record');
  const invite = useMutation({
    mutationFn: () => answer(api.POST('/v1/proxies/codes', { params: { query: { scope } } })),
    onSuccess: refresh,
  });
  const withdraw = useMutation({
    mutationFn: () => done(api.DELETE('/v1/proxies/codes')),
    onSuccess: () => {
      invite.reset();
      return refresh();
    },
  });
  const failed = invite.error ?? withdraw.error;
  return (
    <>
      {invite.data && (
        <Notice tone="ok" title="Your code" live>
          <p className="code numbers">
            {invite.data.code.slice(0, 5)}-{invite.data.code.slice(5)}
          </p>
          <p>
            Give it to the person who shall act for you. It works once, until{' '}
            {day(invite.data.expiresAt, deviceZone())}. We do not show it again.
          </p>
        </Notice>
      )}
      {failed && (
        <Notice tone="danger" live>
          {failed.message}
        </Notice>
      )}
      <RadioGroup
        name="code-scope"
        legend="What may they do?"
        inline
        value={scope}
        onChange={setScope}
        options={[
          { value: 'record', label: 'Visits and my record' },
          { value: 'bookings', label: 'Visits only' },
        ]}
      />
      <p className="row">
        <Button variant="secondary" pending={invite.isPending} onPress={() => invite.mutate()}>
          Make a code
        </Button>
        {open.length > 0 && (
          <Button variant="quiet" pending={withdraw.isPending} onPress={() => withdraw.mutate()}>
            {open.length === 1 ? 'Take back the code not used yet' : `Take back ${open.length} unused codes`}
          </Button>
        )}
      </p>
    </>
  );
}
