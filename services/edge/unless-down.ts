import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';

/**
 * The result of `read`, or `otherwise` while the service that it asks is down. For parts of an answer that is useful
 * without them.
 * @param what logged with the reason
 * @throws what `read` throws for any other reason
 */
export async function unlessDown<T>(
  read: () => Promise<T>,
  otherwise: T,
  { log }: Pick<CallContext, 'log'>,
  what: string,
): Promise<T> {
  try {
    return await read();
  } catch (err) {
    const isDown = err instanceof ServiceError && (err.kind === 'unavailable' || err.kind === 'deadline');
    if (!isDown) throw err;
    log.warn({ err }, what);
    return otherwise;
  }
}
