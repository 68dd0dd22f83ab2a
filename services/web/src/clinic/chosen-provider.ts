import { useQuery } from '@tanstack/react-query';
import { directoryQuery, sessionQuery } from '../shared/staff/api.ts';
import { deviceZone } from '../shared/time/format.ts';

/** Whose day or week is shown: the one that was asked for, else one's own, else the first. */
export function useChosenProvider(asked: string | undefined) {
  const session = useQuery(sessionQuery);
  const directory = useQuery(directoryQuery).data;
  const own = session.data?.provider ?? undefined;
  const providerId = asked ?? own?.id ?? directory?.providers[0]?.id;
  const provider = directory?.providers.find(({ id }) => id === providerId);
  const place = directory?.locations.find(({ id }) => id === provider?.locationIds[0]);
  return {
    directory,
    providerId,
    name: provider?.name,
    /** The zone in which the provider works. */
    zone: place?.timeZone ?? deviceZone(),
    isClinician: own !== undefined,
    isOwn: own !== undefined && providerId === own.id,
  };
}
