/** A node of a plan as `explain (analyze, buffers, format json)` gives it. */
export type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: PlanNode[];
};

export type Explained = { Plan: PlanNode; 'Execution Time': number };

export type Measured = {
  ms: number;
  buffers: number;
  /** Rows that scans looked at in each table, those that a condition left out among them. */
  looked: Readonly<Record<string, number>>;
  /** Rows that came out or were written, at least one. */
  returned: number;
  /** Tables that were read from end to end, and how many rows. */
  scanned: { table: string; rows: number }[];
  /** Indexes that were gone through rather than looked into, by pages that were read for the rows that were found. */
  walked: { table: string; index: string; pages: number; rows: number }[];
};

/** A look into an index costs some pages, and each row that is found one or two; a walk through it costs all of them. */
const PAGES_PER_LOOK = 50;

/** What one run of a statement took. */
export function measure({ Plan: root, 'Execution Time': ms }: Explained): Measured {
  let written = 0;
  const looked: Record<string, number> = {};
  const scanned: Measured['scanned'] = [];
  const walked: Measured['walked'] = [];
  const visit = (node: PlanNode): void => {
    const loops = node['Actual Loops'] ?? 0;
    const type = node['Node Type'];
    if (type === 'ModifyTable') {
      for (const child of node.Plans ?? []) written += rowsOf(child);
    } else if (node['Relation Name'] !== undefined && loops > 0) {
      const table = node['Relation Name'];
      const each =
        (node['Actual Rows'] ?? 0) +
        (node['Rows Removed by Filter'] ?? 0) +
        (node['Rows Removed by Index Recheck'] ?? 0);
      const rows = Math.round(each * loops);
      looked[table] = (looked[table] ?? 0) + rows;
      if (/Seq Scan$/.test(type)) scanned.push({ table, rows });
      const index = node['Index Name'] ?? node.Plans?.find((child) => child['Index Name'])?.['Index Name'];
      const pages = pagesOf(node);
      if (index !== undefined && pages > PAGES_PER_LOOK * (rows + loops))
        walked.push({ table, index, pages, rows });
    }
    for (const child of node.Plans ?? []) visit(child);
  };
  visit(root);
  return {
    ms,
    buffers: pagesOf(root),
    looked,
    returned: Math.max(1, Math.round(rowsOf(root)), Math.round(written)),
    scanned,
    walked,
  };
}

/** Pages that a node and what is below it read. */
function pagesOf(node: PlanNode): number {
  return (node['Shared Hit Blocks'] ?? 0) + (node['Shared Read Blocks'] ?? 0);
}

function rowsOf(node: PlanNode): number {
  return (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 0);
}
