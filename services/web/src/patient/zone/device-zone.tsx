import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { deviceZone } from '../../shared/time/format.ts';
import { api, profileQuery } from '../api.ts';
import { zoneQuestion, zoneWords } from './zone-question.ts';

const kept = 'hb.keeps-zone';

/**
 * Messages give times on the patient's own clock too, which only the device knows: its zone is stored with a new account,
 * and offered when it is another one later. Nothing while they agree, or once the patient has said no on this device.
 */
export function DeviceZone() {
  const { data: profile } = useQuery(profileQuery);
  const [saidNo, setSaidNo] = useState(() => localStorage.getItem(kept) ?? '');
  const queries = useQueryClient();
  const announce = useAnnounce();
  const zone = deviceZone();
  const store = useMutation({
    mutationFn: (version: number) =>
      answer(
        api.PATCH('/v1/me', {
          params: { header: { 'if-match': `"${version}"` } },
          body: { timeZone: zone },
        }),
      ),
    onSuccess: (stored) => queries.setQueryData(profileQuery.queryKey, stored),
  });
  const question = profile && zoneQuestion(profile.timeZone, zone, saidNo);
  const { mutate, isIdle } = store;
  const version = profile?.version ?? 0;
  useEffect(() => {
    if (question === 'store' && isIdle) mutate(version);
  }, [question, isIdle, mutate, version]);
  if (question !== 'ask' || profile === undefined) return null;
  return (
    <Notice tone="info" title={`Are you in ${zoneWords(zone)} now?`}>
      <p>
        Our messages give times at the clinic and, where they differ, on your own clock: that of{' '}
        {zoneWords(profile.timeZone)} so far.
      </p>
      {store.isError && <p role="alert">{store.error.message}</p>}
      <div className="row actions">
        <Button
          variant="secondary"
          pending={store.isPending}
          onPress={() =>
            store.mutate(profile.version, { onSuccess: () => announce(`Your zone is ${zoneWords(zone)}`) })
          }
        >
          Yes, use {zoneWords(zone)} time
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            localStorage.setItem(kept, zone);
            setSaidNo(zone);
          }}
        >
          No, keep {zoneWords(profile.timeZone)} time
        </Button>
      </div>
    </Notice>
  );
}
