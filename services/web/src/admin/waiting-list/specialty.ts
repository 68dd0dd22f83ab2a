import { useQuery } from '@tanstack/react-query';
import { directoryQuery, sessionQuery } from '../../shared/staff/api.ts';
import { useKept } from '../kept.ts';

/** Whose list is read: the chosen specialty, else the first. Clinicians read the lists of their own only. */
export function useSpecialty() {
  const [chosen, choose] = useKept('specialty');
  const session = useQuery(sessionQuery);
  const directory = useQuery(directoryQuery);
  const provider = session.data?.provider;
  const specialties = (directory.data?.specialties ?? []).filter(
    ({ id }) => !provider || provider.specialtyIds.includes(id),
  );
  const specialtyId = (specialties.find(({ id }) => id === chosen) ?? specialties[0])?.id;
  return { specialties, specialtyId, choose };
}
