import { medicine, problem, result } from './entries.ts';

const tomorrow = () => new Date(Date.now() + 2 * 864e5).toISOString();
/** What cannot be of somebody born on 17 May 1980, in words, and the field that is named. */
export const impossible: readonly (readonly [string, () => Record<string, unknown>, string])[] = [
  ['986 °C', () => result('Temperature', 986, 'Cel'), 'body.value'],
  ['986 °F', () => result('Temperature', 986, '[degF]'), 'body.value'],
  ['a temperature in kilograms', () => result('Temperature', 37, 'kg'), 'body.unit'],
  ['−5 kg', () => result('Weight', -5, 'kg'), 'body.value'],
  ['a pulse of −1', () => result('Pulse', -1, '/min'), 'body.value'],
  ['1e308', () => result('Weight', 1e308, 'kg'), 'body.value'],
  ['1e308 of something', () => result('Something', 1e308, 'mg/L'), 'body.value'],
  [
    '1e308 as a usual value',
    () => result('Weight', 70, 'kg', { referenceHigh: 1e308 }),
    'body.referenceHigh',
  ],
  ['101 % saturation', () => result('SpO2', 101, '%'), 'body.value'],
  ['5 m tall', () => result('Height', 5, 'm'), 'body.value'],
  ['20 digits', () => result('Something', 0.1234567891, 'mg/L'), 'body.value'],
  [
    'taken in 2099',
    () => result('Pulse', 70, '/min', { observedAt: '2099-01-01T00:00:00Z' }),
    'body.observedAt',
  ],
  ['taken in two days', () => result('Pulse', 70, '/min', { observedAt: tomorrow() }), 'body.observedAt'],
  [
    'taken before the birth',
    () => result('Pulse', 70, '/min', { observedAt: '1980-05-15T00:00:00Z' }),
    'body.observedAt',
  ],
  ['begun in 2099', () => problem({ onsetDate: '2099' }), 'body.onsetDate'],
  ['begun in 2099-01', () => problem({ onsetDate: '2099-01' }), 'body.onsetDate'],
  ['begun on a day in 2099', () => problem({ onsetDate: '2099-01-01' }), 'body.onsetDate'],
  ['begun in the year before the birth', () => problem({ onsetDate: '1979' }), 'body.onsetDate'],
  ['begun in the month before the birth', () => problem({ onsetDate: '1980-04' }), 'body.onsetDate'],
  ['begun in a 13th month', () => problem({ onsetDate: '2020-13' }), 'body.onsetDate'],
  [
    'resolved before it began',
    () => problem({ clinicalStatus: 'resolved', onsetDate: '2020-06', resolvedDate: '2020-05-31' }),
    'body.resolvedDate',
  ],
  ['active and resolved', () => problem({ resolvedDate: '2020' }), 'body.resolvedDate'],
  ['taken since 2099', () => medicine('Aspirin', { startedDate: '2099-01-01' }), 'body.startedDate'],
  ['taken since before the birth', () => medicine('Aspirin', { startedDate: '1970' }), 'body.startedDate'],
  [
    'stopped before it was begun',
    () => medicine('Aspirin', { status: 'stopped', startedDate: '2021', stoppedDate: '2020' }),
    'body.stoppedDate',
  ],
  [
    'stopped in 2099',
    () => medicine('Aspirin', { status: 'stopped', stoppedDate: '2099' }),
    'body.stoppedDate',
  ],
];
