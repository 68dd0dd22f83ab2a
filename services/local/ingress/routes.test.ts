import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRoute, type Route, targetPath } from './routes.ts';

const routes: Route[] = [
  { prefix: '/', target: 'patient' },
  { prefix: '/clinic', target: 'clinic' },
  { prefix: '/admin', target: 'clinic' },
  { prefix: '/cognito', target: 'cognito', strip: true },
];

for (const [path, target, seen] of [
  ['/', 'patient', '/'],
  ['/v1/slots?specialty=cardiology', 'patient', '/v1/slots?specialty=cardiology'],
  ['/clinic', 'clinic', '/clinic'],
  ['/clinic?x=/cognito', 'clinic', '/clinic?x=/cognito'],
  ['/clinic/v1/day', 'clinic', '/clinic/v1/day'],
  ['/clinical-trials', 'patient', '/clinical-trials'],
  ['/admin/leave', 'clinic', '/admin/leave'],
  ['/administer', 'patient', '/administer'],
  ['/cognito', 'cognito', '/'],
  ['/cognito/', 'cognito', '/'],
  ['/cognito?a=b', 'cognito', '/?a=b'],
] as const) {
  test(`${path} goes to ${target} as ${seen}`, () => {
    const route = findRoute(routes, path);
    assert.equal(route?.target, target);
    assert.equal(route && targetPath(route, path), seen);
  });
}
