import exec from 'k6/execution';
import { Counter } from 'k6/metrics';

const acknowledged = new Counter('hb_acknowledged');
/** Appointments that were acknowledged and then not found, or found in an older version. Must stay zero. */
const lost = new Counter('hb_lost');

/**
 * Writes down what the system has acknowledged: this version of this appointment of this person. The driver reads each
 * back afterwards. The names go into the metadata of the sample, which makes no time series.
 */
export function acknowledge(appointment: { id: string; version: number }, person: string): void {
  const { metadata } = exec.vu.metrics;
  metadata['appointment'] = appointment.id;
  metadata['version'] = String(appointment.version);
  metadata['person'] = person;
  acknowledged.add(1);
  for (const name of ['appointment', 'version', 'person']) delete metadata[name];
}

/** Says that something acknowledged could not be read back as it was. */
export function isLost(): void {
  lost.add(1);
}
