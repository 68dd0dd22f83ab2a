import { createHash } from 'node:crypto';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { type DirectoryJson, directoryJson } from '@healthbooker/protos/json/directory';
import { createCached } from '@healthbooker/runtime/cached';
import { type CallContext, forwardForAll } from '@healthbooker/runtime/context';
import { type Encoded, encode } from '@healthbooker/runtime/encoded';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { unlessDown } from './unless-down.ts';

/** The directory in the forms routes need: its parts by id, and its JSON already rendered. */
export type Directory = {
  readonly locations: ReadonlyMap<string, DirectoryJson['locations'][number]>;
  readonly visitTypes: ReadonlyMap<string, DirectoryJson['visitTypes'][number]>;
  readonly providers: ReadonlyMap<string, DirectoryJson['providers'][number]>;
  readonly renderedJson: Encoded;
  readonly etag: string;
};

export type CachedDirectory = {
  get(context: CallContext): Promise<Directory>;
  /** For answers that only need names from it: undefined while it cannot be read. */
  find(context: CallContext): Promise<Directory | undefined>;
};

/** Less than the deadline of a route, so that an older directory can still be given. */
const patienceMs = 2000;

/** The scheduler's directory, at most a minute old; while the scheduler is down, up to an hour. */
export function createDirectory(scheduler: GrpcClient<SchedulerServiceDefinition>): CachedDirectory {
  const read = async (context: CallContext): Promise<Directory> => {
    const reply = await scheduler.call('GetDirectory', {}, forwardForAll(context, patienceMs));
    const json = directoryJson(reply);
    const bytes = Buffer.from(JSON.stringify(json));
    return {
      locations: byId(json.locations),
      visitTypes: byId(json.visitTypes),
      providers: byId(json.providers),
      renderedJson: encode(bytes),
      etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    };
  };
  const { get } = createCached(read, { maxAgeMs: 60_000, maxStaleMs: 3_600_000 });
  return {
    get,
    find: (context) =>
      unlessDown<Directory | undefined>(
        () => get(context),
        undefined,
        context,
        'answered without the directory',
      ),
  };
}

function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
