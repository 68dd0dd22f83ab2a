import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { useReadOn } from '../../shared/record/paging.tsx';
import { api, directoryQuery, sessionQuery } from '../../shared/staff/api.ts';
import { deviceZone, today } from '../../shared/time/format.ts';
import { chartQuery, referralsQuery } from '../api.ts';
import { NoSuchChart } from './no-such-chart.tsx';
import { type OrderForm, orderOf, problemsOf } from './order-form.ts';
import { PatientBanner } from './patient-banner.tsx';

const route = getRouteApi('/signed-in/patients/$id/order');

/** From the chart: a review after some weeks, or a referral. The patient books it by its date. */
export function PlaceOrder() {
  const { id } = route.useParams();
  const chart = useInfiniteQuery(chartQuery(id));
  useReadOn(chart);
  const errors = useFormErrors();
  return (
    <Page title="Order a visit" failed={errors.list.length > 0}>
      <Loaded query={chart} missing={<NoSuchChart />}>
        {(view) => (
          <>
            <PatientBanner view={view} />
            <ErrorSummary errors={errors} />
            <PlaceForm patientId={id} errors={errors} />
          </>
        )}
      </Loaded>
      <p>
        <Link to="/patients/$id" params={{ id }} className="link-row">
          Back to the chart
        </Link>
      </p>
    </Page>
  );
}

function PlaceForm({ patientId, errors }: { patientId: string; errors: ReturnType<typeof useFormErrors> }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const own = useQuery(sessionQuery).data?.provider ?? undefined;
  const directory = useQuery(directoryQuery).data;
  const [key] = useState(idempotencyKey);
  const [pending, setPending] = useState(false);
  const [form, setForm] = useState<OrderForm>({
    kind: 'follow-up',
    weeks: '6',
    withWhom: 'me',
    specialtyId: '',
    urgency: 'routine',
  });
  const set = (change: Partial<OrderForm>) => setForm({ ...form, ...change });

  const order = async () => {
    if (own === undefined || !errors.check(problemsOf(form))) return;
    setPending(true);
    try {
      const body = orderOf(form, own, today(deviceZone()));
      await answer(
        api.POST('/clinic/v1/patients/{id}/referrals', {
          params: {
            path: { id: patientId },
            // Another order is another intention.
            header: { 'Idempotency-Key': `${key}-${Object.values(form).map(encodeURIComponent).join('-')}` },
          },
          body,
        }),
      );
      await queries.invalidateQueries({ queryKey: referralsQuery(patientId).queryKey });
      await navigate({ to: '/patients/$id', params: { id: patientId } });
    } catch (error) {
      errors.refuse(error, { dueDate: 'weeks', specialtyId: 'specialty' });
    } finally {
      setPending(false);
    }
  };

  return (
    <Form onSubmit={order}>
      <RadioGroup
        name="kind"
        legend="What do you order?"
        value={form.kind}
        onChange={(kind) => set({ kind })}
        options={[
          { value: 'follow-up', label: 'A review', hint: 'With you or your team, after some weeks' },
          { value: 'referral', label: 'A referral', hint: 'To another clinic, as urgent as you say' },
        ]}
      />
      {form.kind === 'follow-up' ? (
        <>
          <TextField
            name="weeks"
            label="Review in how many weeks?"
            inputMode="numeric"
            size="short"
            maxLength={3}
            value={form.weeks}
            onChange={(weeks) => set({ weeks })}
            error={errors.of('weeks')}
          />
          <RadioGroup
            name="with"
            legend="With whom?"
            inline
            value={form.withWhom}
            onChange={(withWhom) => set({ withWhom })}
            options={[
              { value: 'me', label: 'With me' },
              { value: 'team', label: 'Anyone in my team' },
            ]}
          />
        </>
      ) : (
        <>
          <Select
            name="specialty"
            label="Refer to"
            value={form.specialtyId}
            onChange={(specialtyId) => set({ specialtyId })}
            error={errors.of('specialty')}
            options={[
              { value: '', label: 'Choose a clinic' },
              ...(directory?.specialties ?? [])
                .filter(({ id }) => !own?.specialtyIds.includes(id))
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <RadioGroup
            name="urgency"
            legend="How urgent?"
            value={form.urgency}
            onChange={(urgency) => set({ urgency })}
            options={[
              { value: 'routine', label: 'Routine', hint: 'Within six weeks' },
              { value: 'soon', label: 'Soon', hint: 'Within two weeks' },
              { value: 'urgent', label: 'Urgent', hint: 'Within two days' },
            ]}
          />
        </>
      )}
      <p className="muted">The patient is asked to book it, by its date, when they next book.</p>
      <Submit pending={pending}>Place the order</Submit>
    </Form>
  );
}
