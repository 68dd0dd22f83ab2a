import { z } from 'zod';
import type { EntryChecks__Output } from '../gen/healthbooker/ehr/v1/EntryChecks.ts';

const findingKinds = z.enum(['allergy', 'class', 'cross-reaction', 'duplicate']);

/** How a medicine and an allergy, or two medicines, conflict; `duplicate` is a notice only. */
export const MedicineFinding = z
  .strictObject({
    kind: findingKinds,
    entryId: z.string().describe('The entry of the chart that it conflicts with'),
    entryVersion: z.int32(),
    recorded: z.string().describe('What that entry is called there'),
    shared: z.string().describe('The substance or the class that both have in common'),
    severity: z.string().describe('Of the allergy'),
    reaction: z.string(),
    why: z.string().describe('Why two classes are related'),
  })
  .meta({ id: 'MedicineFinding' });

export const EntryChecks = z
  .strictObject({
    tableVersion: z.string().describe('Which table of medicines was asked; empty when none was'),
    findings: z.array(MedicineFinding),
    notChecked: z.array(z.string()).describe('What of the entry the table does not know'),
    notCheckedAgainst: z.array(z.string()).describe('What of the chart it does not know'),
    overrideReason: z.string(),
    confirmedUnlikely: z.array(z.string()),
  })
  .meta({ id: 'EntryChecks' });

/** What the author has read and writes all the same; only after a refusal with `safety-warning` or `unlikely-value`. */
export const Confirmation = z
  .strictObject({
    overrideReason: z.string().max(500).default(''),
    warningsKey: z.string().max(64).default('').describe('As the refusal told it'),
    confirmUnlikely: z.boolean().default(false).describe('The values are as they were meant'),
  })
  .meta({ id: 'Confirmation' });

export function entryChecksJson(checks: EntryChecks__Output): z.input<typeof EntryChecks> {
  return {
    tableVersion: checks.tableVersion,
    findings: checks.findings.map(({ kind, ...one }) => ({
      kind: findingKinds.parse(kind),
      entryId: one.entryId,
      entryVersion: one.entryVersion,
      recorded: one.recorded,
      shared: one.shared,
      severity: one.severity,
      reaction: one.reaction,
      why: one.why,
    })),
    notChecked: checks.notChecked,
    notCheckedAgainst: checks.notCheckedAgainst,
    overrideReason: checks.overrideReason,
    confirmedUnlikely: checks.confirmedUnlikely,
  };
}
