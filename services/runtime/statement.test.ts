import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loadSql } from './postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'healthbooker-statement-'));
after(() => rmSync(folder, { recursive: true }));
const module = pathToFileURL(join(folder, 'module.ts')).href;
writeFileSync(join(folder, 'find-slot.sql'), `select \${slotColumns}\nfrom slot_view v\nwhere v.id = $1\n`);

test('a file names a list of columns of the code', () => {
  const found = loadSql(module, './find-slot.sql', { slotColumns: 'v.id, v.start_at' });
  assert.equal(found.text, 'select v.id, v.start_at\nfrom slot_view v\nwhere v.id = $1\n');
  const longer = loadSql(module, './find-slot.sql', { slotColumns: 'v.id, v.start_at, v.end_at' });
  assert.match(longer.name, /^find-slot-[0-9a-f]{8}$/);
  assert.notEqual(longer.name, found.name, 'a connection may have prepared the other');
});

test('a list that one side does not know fails when the module is loaded', () => {
  assert.throws(() => loadSql(module, './find-slot.sql'), /names the list slotColumns/);
  const both = { slotColumns: 'v.id', fitColumns: 'f.id' };
  assert.throws(() => loadSql(module, './find-slot.sql', both), /does not name the list fitColumns/);
});
