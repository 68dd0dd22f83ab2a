import { type OwedMessage, privacyGroup } from './ledger.ts';
import type { ProxyTemplate } from './mail/proxy-templates.ts';
import { newsFor_ms } from './owed.ts';

/** The fields of a scheduler.v1.ProxyLink that decide whether the patient gets a mail. */
export type ProxyChange = {
  linkId: string;
  version: number;
  patientId: string;
  change: 'asked' | 'opened' | 'ended' | 'disputed';
  changedAt: string;
};

const templates: Readonly<Partial<Record<ProxyChange['change'], ProxyTemplate>>> = {
  asked: 'proxy-asked',
  opened: 'proxy-opened',
};

/**
 * The mail that a version of a link calls for, if any: the patient is told when staff ask to open their record to
 * somebody and when somebody may act for them, whoever set it up. The end of a link is not told, since it takes nothing
 * from the patient. The privacy group is told when the patient says that it was not them.
 */
export function proxyMessageOwed(change: ProxyChange, nowMs: number): OwedMessage | undefined {
  const template = templates[change.change];
  const { linkId, version, patientId: personId, changedAt } = change;
  if (nowMs - Date.parse(changedAt) > newsFor_ms) return undefined;
  if (change.change === 'disputed') {
    // A link is disputed once, in whatever version.
    const first = { version: 1, sequence: 1 };
    return { personId: privacyGroup, template: 'proxy-disputed', appointmentId: linkId, ...first, changedAt };
  }
  if (template === undefined) return undefined;
  return { personId, template, appointmentId: linkId, version, sequence: version, changedAt };
}
