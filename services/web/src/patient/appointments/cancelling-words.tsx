import { cancellingWords } from '@healthbooker/protos/cancelling';
import { useQuery } from '@tanstack/react-query';
import { directoryQuery } from '../api.ts';

/** The hospital's policy on cancelling, in the words that mails use as well; nothing until it is known. */
export function CancellingWords() {
  const { data } = useQuery(directoryQuery);
  return data ? cancellingWords(data.lateCancellationHours) : null;
}
