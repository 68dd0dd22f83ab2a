import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { root } from '../root.ts';

/** What one environment runs of one service: which chart, from which commit, and which image. */
export type Pin = { service: string; chart: { revision: string }; image: { digest: string } };

const envs = join(root, 'argocd/envs');
/** Environments that releases go through, in this order. */
export const stages = ['dev', 'staging', 'prod'];

export function readPin(environment: string, service: string, dir = envs): Pin {
  return parse(readFileSync(join(dir, environment, `${service}.yaml`), 'utf8')) as Pin;
}

/** Throws unless the pin names a commit (or main, for an environment that follows it) and a digest. */
export function checkPin({ chart, image, service }: Pin): void {
  if (!/^([0-9a-f]{40}|main)$/.test(chart.revision)) {
    throw new Error(`${service}: ${chart.revision} is no full commit`);
  }
  if (!/^sha256:[0-9a-f]{64}$/.test(image.digest))
    throw new Error(`${service}: ${image.digest} is no digest`);
}

export function writePin(environment: string, pin: Pin, dir = envs): void {
  checkPin(pin);
  writeFileSync(join(dir, environment, `${pin.service}.yaml`), stringify(pin));
}

/** The services that an environment runs. */
export function servicesOf(environment: string, dir = envs): string[] {
  return readdirSync(join(dir, environment))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length));
}

/**
 * Copies what `from` runs to `to`, revision and digest together. `to` must be the stage after `from`, and what has
 * never been released cannot be promoted.
 * @returns the services that changed
 */
export function promote(from: string, to: string, services: readonly string[], dir = envs): string[] {
  if (stages.indexOf(to) !== stages.indexOf(from) + 1 || !stages.includes(from)) {
    throw new Error(`${to} does not come after ${from}: ${stages.join(', ')}`);
  }
  const wanted = services.length > 0 ? services : servicesOf(from, dir);
  const pins = wanted.map((service) => readPin(from, service, dir));
  for (const { service, image } of pins) {
    if (/^sha256:0+$/.test(image.digest)) throw new Error(`${service} has not been released to ${from}`);
  }
  return pins
    .filter((pin) => stringify(pin) !== stringify(readPin(to, pin.service, dir)))
    .map((pin) => {
      writePin(to, pin, dir);
      return pin.service;
    });
}
