import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Store } from '@healthbooker/appointment/tables/store';
import type { Owners } from './a-life.test-parts.ts';

/** Every row and item of all stores as text, by `<store>.<table>`. */
export type Everything = Map<string, string[]>;

/** The ledger of erasures, which is written when everything else goes. */
const ledger = 'scheduler.erasure';

export async function readEverything(owners: Owners, store: Store): Promise<Everything> {
  const everything: Everything = new Map();
  for (const [name, owner] of Object.entries(owners)) {
    const { rows } = await owner.query<{ table: string }>(
      `select relname as table from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
    );
    for (const { table } of rows) {
      if (`${name}.${table}` === ledger) continue;
      const { rows: found } = await owner.query<{ text: string }>(`select t::text as text from ${table} t`);
      everything.set(`${name}.${table}`, found.map(({ text }) => text).sort());
    }
  }
  const items: string[] = [];
  for await (const { Items = [] } of paginateScan({ client: store.client }, { TableName: store.table })) {
    items.push(...Items.map((item) => JSON.stringify(item)));
  }
  return everything.set('table', items.sort());
}

/** What there is without the rows that name one of these ids, also as bytes. */
export function without(everything: Everything, ids: readonly string[]): Everything {
  const named = [...ids, ...ids.map((id) => Buffer.from(id).toString('hex'))];
  const isNamed = (text: string) => named.some((id) => text.includes(id));
  return new Map([...everything].map(([table, rows]) => [table, rows.filter((text) => !isNamed(text))]));
}

/** Tables with a row that names one of these ids. */
export function tablesNaming(everything: Everything, ids: readonly string[]): string[] {
  const rest = without(everything, ids);
  return [...everything]
    .filter(([table, rows]) => rows.length > (rest.get(table)?.length ?? 0))
    .map(([table]) => table);
}
