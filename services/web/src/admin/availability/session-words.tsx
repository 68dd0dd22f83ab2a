import type { ClinicSession } from '../api.ts';
import { whenWords } from './session-table.tsx';

/** `Monday 09:00 to 12:00, Dr Amara Okafor, Harley Street`. */
export function SessionWords({ session }: { session: ClinicSession }) {
  return (
    <>
      {whenWords(session)}, <bdi>{session.providerName}</bdi>, <bdi>{session.locationName}</bdi>
    </>
  );
}
