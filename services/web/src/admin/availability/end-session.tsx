import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import type { components } from '../../shared/api/clinic.generated.d.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { DateField } from '../../shared/controls/date-field.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Found } from '../../shared/query/paged.tsx';
import { api } from '../../shared/staff/api.ts';
import { ImpactPreview } from '../../shared/staff/impact.tsx';
import { today } from '../../shared/time/format.ts';
import { type ClinicSession, sessionsQuery } from '../api.ts';
import { NoSuchSession } from './no-such-session.tsx';
import { whenWords } from './session-table.tsx';

const route = getRouteApi('/signed-in/availability/$providerId/$sessionId/end');

/** Ends a session, after it was shown what that changes. */
export function EndSession() {
  const { providerId, sessionId } = route.useParams();
  const query = useInfiniteQuery(sessionsQuery({ providerId }));
  return (
    <Page title="End a session">
      <Found query={query} items={query.data} is={({ id }) => id === sessionId} missing={<NoSuchSession />}>
        {(session) => <EndForm session={session} />}
      </Found>
    </Page>
  );
}

function EndForm({ session }: { session: ClinicSession }) {
  const [lastDate, setLastDate] = useState(today(session.timeZone));
  const [impact, setImpact] = useState<components['schemas']['Impact']>();
  const errors = useFormErrors();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const search = { provider: session.providerId };
  const end = useMutation({
    mutationFn: (dryRun: boolean) =>
      answer(
        api.POST('/clinic/v1/sessions/{id}/end', {
          params: { path: { id: session.id } },
          body: { version: session.version, lastDate, dryRun },
        }),
      ),
    onSuccess: async (done, dryRun) => {
      if (dryRun) return setImpact(done.impact);
      await queries.invalidateQueries({ queryKey: ['sessions'] });
      announce('The session ends');
      await navigate({ to: '/availability', search });
    },
    onError: (error) => {
      setImpact(undefined);
      errors.refuse(error, { lastDate: 'lastDate' });
    },
  });
  const check = () => {
    const missing = lastDate === '' ? [{ field: 'lastDate', message: 'Enter the last date' }] : [];
    if (errors.check(missing)) end.mutate(true);
  };

  return (
    <Form wide onSubmit={check}>
      <ErrorSummary errors={errors} />
      <p>
        {whenWords(session)}, <bdi>{session.providerName}</bdi>, <bdi>{session.locationName}</bdi>
      </p>
      <DateField
        name="lastDate"
        label="It takes place for the last time on or before"
        error={errors.of('lastDate')}
        value={lastDate}
        weekday
        onChange={(date) => {
          setLastDate(date);
          setImpact(undefined);
        }}
      />
      {impact && <ImpactPreview impact={impact} />}
      <div className="row">
        {impact ? (
          <Button variant="danger" pending={end.isPending} onPress={() => end.mutate(false)}>
            End the session
          </Button>
        ) : (
          <Button type="submit" pending={end.isPending}>
            Show what this changes
          </Button>
        )}
        <Link to="/availability" search={search}>
          Cancel
        </Link>
      </div>
    </Form>
  );
}
