type Entry = { name: string; slo: { availability: number; latency_ms: { p99: number } } };

const catalogue = JSON.parse(open('../../../services/catalogue.json')) as { services: Entry[] };
const edge = catalogue.services.find(({ name }) => name === 'patient-edge');
if (edge === undefined) throw new Error('services/catalogue.json has no patient-edge.');

/** What the system promises at its front door, as services/catalogue.json says it. */
export const objectives = {
  p99_ms: edge.slo.latency_ms.p99,
  /** The share of requests that may fail. */
  failed: Number((1 - edge.slo.availability).toFixed(6)),
};
