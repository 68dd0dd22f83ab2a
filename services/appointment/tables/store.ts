import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  DynamoDBServiceException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { awsClientConfig } from '@healthbooker/runtime/aws';
import { ServiceError } from '@healthbooker/runtime/errors';

/** The table PBHMS_Core and the client that reaches it. */
export type Store = { readonly client: DynamoDBDocumentClient; readonly table: string; close(): void };

/** Longest wait for one answer of the table, retries included: a caller gets its 503 well within 2 s. */
const answer_ms = 1200;

/** Opens the table; nothing is connected yet, so this succeeds while DynamoDB is down. */
export function openStore(options: { endpoint?: string | undefined; region: string; table: string }): Store {
  const { endpoint, region, table } = options;
  const plain = new DynamoDBClient(
    awsClientConfig({ region, endpoint, requestTimeoutMs: 600, maxAttempts: 3 }),
  );
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  return {
    client,
    table,
    close() {
      client.destroy();
      plain.destroy();
    },
  };
}

/** Options of one request to the table: given up after `ms`, or when the caller is gone. */
export function within(signal: AbortSignal | undefined, ms = answer_ms): { abortSignal: AbortSignal } {
  const timeout = AbortSignal.timeout(ms);
  return { abortSignal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]) };
}

/**
 * The answer of the table. A failed condition is passed on: the caller set it and knows what it means. A malformed
 * request is a defect of ours and is passed on too; everything else is 'unavailable'.
 */
export async function reached<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (err) {
    if (err instanceof ConditionalCheckFailedException) throw err;
    if (err instanceof DynamoDBServiceException && err.name === 'ValidationException') throw err;
    throw new ServiceError('unavailable', 'The appointment list cannot be reached right now.', {
      retryAfterMs: 1000,
      cause: err,
    });
  }
}
