import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Form } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { placesLeft } from '../../shared/places-left.ts';
import { Loaded } from '../../shared/query/loaded.tsx';
import { Found, More } from '../../shared/query/paged.tsx';
import { api, type Directory, directoryQuery } from '../../shared/staff/api.ts';
import { shownName } from '../../shared/staff/names.ts';
import { staffDate, staffTime, zoneName } from '../../shared/time/format.ts';
import { type LeaveVisit, type Slot, slotsQuery, worklistQuery } from '../api.ts';
import { SlotWords } from '../slot-words.tsx';
import { Because } from './because.tsx';

const route = getRouteApi('/signed-in/worklist/$leaveId/$appointmentId');

/** Agrees a time with one patient, or notes that it was taken care of otherwise. */
export function Settle() {
  const { leaveId, appointmentId } = route.useParams();
  const query = useInfiniteQuery(worklistQuery(leaveId));
  return (
    <Page title="Settle a visit">
      <Found
        query={query}
        items={query.data}
        is={(one) => one.appointmentId === appointmentId}
        missing={<p className="sheet">This visit is not on the worklist any more.</p>}
      >
        {(visit) => <SettleForm key={visit.version} visit={visit} />}
      </Found>
    </Page>
  );
}

function SettleForm({ visit }: { visit: LeaveVisit }) {
  const { from } = visit;
  const directory = useQuery(directoryQuery).data;
  const place = directory?.locations.find(({ id }) => id === from.locationId);
  const [where, setWhere] = useState('place');
  const slots = useInfiniteQuery({
    ...slotsQuery({
      specialtyId: from.specialtyId,
      visitTypeId: from.visitTypeId,
      mode: from.mode,
      patientId: visit.patientId,
      ...(where === 'place'
        ? { locationId: from.locationId }
        : { regionId: where === 'region' ? (place?.regionId ?? '') : where }),
    }),
    enabled: place !== undefined,
  });
  const isOtherRegion = where !== 'place' && where !== 'region';
  // The start, not the slot id: when somebody takes the seat, another seat with the same start replaces it.
  const [chosen, setChosen] = useState<string>();
  const [key, setKey] = useState(idempotencyKey);
  const errors = useFormErrors();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const isBooked = visit.status === 'booked';
  const settle = useMutation({
    mutationFn: (slotId: string | null) =>
      answer(
        api.POST('/clinic/v1/leave/{id}/visits/{appointmentId}/settle', {
          params: {
            path: { id: visit.leaveId, appointmentId: visit.appointmentId },
            header: { 'Idempotency-Key': key },
          },
          body: { version: visit.version, slotId, otherRegionAgreed: isOtherRegion },
        }),
      ),
    onSuccess: async () => {
      await Promise.all(
        ['worklist', 'leave', 'disruptions'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      );
      announce(`${shownName(visit.patientName)} is settled`);
      await navigate({ to: '/worklist' });
    },
    onError: (error) => {
      setKey(idempotencyKey());
      errors.refuse(error, { slotId: 'slot' });
      void queries.invalidateQueries({ queryKey: ['slots'] });
    },
  });

  const submit = () => {
    const slot = slots.data?.find((one) => startOf(one) === chosen);
    if (slot === undefined) return void errors.check([{ field: 'slot', message: 'Choose a time' }]);
    errors.check([]);
    settle.mutate(slot.id);
  };

  return (
    <Form wide onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <Facts sheet>
        <Fact name="Patient">
          <bdi>{shownName(visit.patientName)}</bdi>
        </Fact>
        <Fact name="Booked">
          <SlotWords slot={from} />
        </Fact>
        <Fact name="Lost to">
          <Because visit={visit} />
        </Fact>
        <Fact name="See by">{staffDate(visit.targetDate) || 'No date set'}</Fact>
      </Facts>
      {visit.isUnreached && (
        <Notice tone="warn" title="The patient does not know of the new time">
          <p>
            No message reaches them: there is no address, or it was refused. Call them and tell them the new
            time.
          </p>
          {visit.to && <SlotWords slot={visit.to} isStrong />}
          <Button type="button" pending={settle.isPending} onPress={() => settle.mutate(null)}>
            They were told
          </Button>
        </Notice>
      )}
      {isBooked ? (
        <>
          <Select
            name="where"
            label="Where?"
            hint={isOtherRegion ? 'Only when the patient said that they will come there.' : undefined}
            value={where}
            onChange={(next) => {
              setWhere(next);
              setChosen(undefined);
            }}
            options={[
              { value: 'place', label: `The same place: ${place?.name ?? ''}` },
              { value: 'region', label: `Anywhere in ${regionName(directory, place?.regionId)}` },
              ...(directory?.regions ?? [])
                .filter(({ id }) => id !== place?.regionId)
                .map(({ id, name }) => ({
                  value: id,
                  label: `In ${name}: the patient agreed to come there`,
                })),
            ]}
          />
          <Loaded query={slots}>
            {(free) =>
              free.length === 0 ? (
                <p className="sheet">
                  No time is free there for this kind of visit. Look further, add an extra clinic, or call
                  again.
                </p>
              ) : (
                <>
                  <RadioGroup
                    name="slot"
                    legend="The time agreed with the patient"
                    error={errors.of('slot')}
                    value={chosen}
                    onChange={setChosen}
                    options={free.map((slot) => ({
                      value: startOf(slot),
                      label: `${staffTime(slot.startAt, slot.timeZone)} ${zoneName(slot.timeZone)}`,
                      hint: [slot.providerName, placeName(directory, slot.locationId), placesLeft(slot)]
                        .filter((words) => words !== '')
                        .join(', '),
                    }))}
                  />
                  <More query={slots}>Show later times</More>
                  <div className="row">
                    <Button type="submit" pending={settle.isPending}>
                      Move the visit
                    </Button>
                    <Link to="/worklist">Cancel</Link>
                  </div>
                </>
              )
            }
          </Loaded>
        </>
      ) : (
        <>
          <p>The visit is cancelled: the patient could not take the new time. Help them to book another.</p>
          <div className="row">
            <Button pending={settle.isPending} onPress={() => settle.mutate(null)}>
              It is taken care of
            </Button>
            <Link to="/worklist">Cancel</Link>
          </div>
        </>
      )}
    </Form>
  );
}

function startOf({ startAt, providerId, locationId }: Slot): string {
  return `${startAt} ${providerId} ${locationId}`;
}

function regionName(directory: Directory | undefined, regionId: string | undefined): string {
  return directory?.regions.find(({ id }) => id === regionId)?.name ?? 'the region';
}

function placeName(directory: Directory | undefined, locationId: string): string {
  return directory?.locations.find(({ id }) => id === locationId)?.name ?? '';
}
