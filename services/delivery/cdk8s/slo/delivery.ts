import type { Rule } from './rule.ts';
import { deliveryRunbook } from './rule.ts';

/** Alerts about releases and certificates, from the metrics of Argo Rollouts and cert-manager. */
export const deliveryAlerts: Rule[] = [
  {
    alert: 'ReleaseStuck',
    expr: 'max by (name) (rollout_info{phase=~"Degraded|Paused"}) > 0',
    for: '15m',
    labels: { severity: 'ticket' },
    annotations: {
      summary: 'For 15 minutes a canary has been aborted or waits for a person: Git does not say what runs',
      runbook_url: deliveryRunbook,
    },
  },
  {
    alert: 'CertificateNotRenewed',
    // Those of services last seven days and are renewed three days before their end.
    expr: 'min by (name) (certmanager_certificate_expiration_timestamp_seconds) - time() < 172800',
    for: '15m',
    labels: { severity: 'page' },
    annotations: {
      summary: 'A certificate ends within two days: it should have been renewed a day ago',
      runbook_url: deliveryRunbook,
    },
  },
];
