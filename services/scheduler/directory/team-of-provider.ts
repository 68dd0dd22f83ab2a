import { type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';

const teamOf = statement('team-of', `select team_id from provider where id = $1 and is_active`);

/** The team of a provider, or undefined when the directory has no such active provider. */
export async function teamOfProvider(
  on: Pool | Transaction,
  providerId: string,
): Promise<string | undefined> {
  const [provider] = await query<{ team_id: string }>(on, teamOf, [providerId]);
  return provider?.team_id;
}
