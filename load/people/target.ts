import type { EdgeConfig, Platform } from '../k6/lib/sign-in.ts';
import { Refusal } from '../run/refusal.ts';

/** A HealthBooker that may be put under load. */
export type Target = { url: string; patients: EdgeConfig; clinic: EdgeConfig };

const for_tests = ['local', 'rig', 'dev'];

/** The address as it is used: an origin without a slash at its end. @throws Refusal */
export function addressOf(text: string): string {
  const url = URL.parse(text);
  const isOrigin =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  if (!isOrigin) throw new Refusal(`--url must be an address like http://localhost:8080, not ${text}.`);
  return url.origin;
}

/** Asks both edges what system they belong to. @throws Refusal unless it is a HealthBooker, and one for tests */
export async function findTarget(platform: Platform, url: string, isTestSystem: boolean): Promise<Target> {
  const [patients, clinic] = await Promise.all([
    configOf(platform, `${url}/v1/config`),
    configOf(platform, `${url}/clinic/v1/config`),
  ]);
  const { environment } = patients;
  if (!for_tests.includes(environment) && !isTestSystem) {
    throw new Refusal(
      `${url} says that it is ${environment}: no load is put on it without --yes-this-is-a-test-system.`,
    );
  }
  return { url, patients, clinic };
}

async function configOf(platform: Platform, url: string): Promise<EdgeConfig> {
  const answer = await platform.send('GET', url, {}).catch((error: Error & { code?: string }) => {
    throw new Refusal(`Nothing answers at ${url} (${error.code ?? error.name}): is the system running?`);
  });
  const config = parsed(answer.body);
  if (answer.status !== 200 || typeof config?.['environment'] !== 'string') {
    throw new Refusal(`${url} does not answer as a HealthBooker does.`);
  }
  return config as unknown as EdgeConfig;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
