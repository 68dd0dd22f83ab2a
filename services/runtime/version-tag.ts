import { ServiceError } from './errors.ts';

/** The ETag of a thing whose versions are numbered. */
export function versionTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version that an If-Match header names. `precondition-required` without the header, `precondition-failed` for
 * a tag that no version can have.
 */
export function expectedVersion(ifMatch: string | undefined): number {
  if (ifMatch === undefined) {
    throw new ServiceError('precondition-required', 'Send the ETag you read as If-Match.', {
      fields: [{ field: 'If-Match', message: 'is required' }],
    });
  }
  const version = /^"([1-9]\d{0,8})"$/.exec(ifMatch)?.[1];
  if (version === undefined) {
    throw new ServiceError('precondition-failed', 'It has no such version. Read it again.');
  }
  return Number(version);
}

/** Runs a change made under If-Match: if the version is old, the precondition has failed. */
export async function underIfMatch<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (err) {
    if (!(err instanceof ServiceError) || err.kind !== 'conflict') throw err;
    throw new ServiceError('precondition-failed', err.message, { details: err.details, cause: err });
  }
}
