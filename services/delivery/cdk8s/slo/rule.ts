/** A rule as Prometheus reads it. */
export type Rule = {
  expr: string;
  for?: string;
  labels?: Record<string, string>;
} & ({ record: string } | { alert: string; annotations: { summary: string; runbook_url: string } });

/** Where the repository's pages are read; alerts link there. */
const pages = 'https://github.com/healthbooker/healthbooker/blob/main';

/** The runbook of releases and certificates. */
export const deliveryRunbook = `${pages}/argocd/README.md#runbook`;

/** The runbook of a service: a section of its README. */
export const runbookOf = (service: string): string => `${pages}/services/${service}/README.md#runbook`;
