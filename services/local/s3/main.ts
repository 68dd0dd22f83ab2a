import { startS3 } from './server.ts';

const { env } = process;
const s3 = await startS3({
  host: env['HOST'] ?? '127.0.0.1',
  port: Number(env['PORT'] ?? 0),
  dataDir: required('DATA_DIR'),
  region: env['AWS_REGION'] ?? 'us-east-1',
  accessKeyId: required('AWS_ACCESS_KEY_ID'),
  secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
  basePath: env['BASE_PATH'] ?? '',
  buckets: readBuckets(env['BUCKETS'] ?? ''),
});
console.log(`s3 listens on port ${s3.port}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void s3.close());

/** `documents,audit:object-lock` */
function readBuckets(text: string) {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', option] = part.split(':');
      if (option !== undefined && option !== 'object-lock')
        throw new Error(`BUCKETS: unknown option ${option}.`);
      return { name, objectLock: option === 'object-lock' };
    });
}

function required(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}
