import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import { type Envelope, eventId } from './envelope.ts';
import type { Logger } from './log.ts';

/** One event: columns of `outbox`, and of `outbox_sent`. */
export type OutboxRow = {
  /** bigserial: the order of publishing. */
  id: number;
  /** What the event is about; unique together with version. */
  key: string;
  version: number;
  /** Event type, also the message attribute that subscriptions filter by. */
  type: string;
  /** The event's data. */
  payload: Record<string, unknown>;
  traceparent: string | null;
  created_at: Date;
};

/** The columns of an {@link OutboxRow}. */
export const outboxColumns = 'id, key, version, type, payload, traceparent, created_at';

/** Where events are published. */
export type Topic = { sns: SNSClient; topicArn: string; log: Logger };

/** Limits of SNS PublishBatch. */
const BATCH_MESSAGES = 10;
const BATCH_BYTES = 256 * 1024;
const PUBLISH_TIMEOUT_MS = 5000;

/** The event as it travels. */
function toEnvelope(row: OutboxRow, isRepublished: boolean): Envelope {
  return {
    id: eventId(row.type, row.key, row.version),
    type: row.type,
    version: row.version,
    occurredAt: row.created_at.toISOString(),
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
    ...(isRepublished && { republished: true }),
    data: row.payload,
  };
}

type Message = { id: number; type: string; body: string; bytes: number };

/** Splits events, in their order, into what one call takes. */
export function batches(rows: readonly OutboxRow[], isRepublished = false): Message[][] {
  const result: Message[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const body = JSON.stringify(toEnvelope(row, isRepublished));
    // The attribute's name, type and value count as well.
    const message = {
      id: row.id,
      type: row.type,
      body,
      bytes: Buffer.byteLength(body) + row.type.length + 16,
    };
    const last = result.at(-1);
    if (last === undefined || last.length === BATCH_MESSAGES || bytes + message.bytes > BATCH_BYTES) {
      result.push([message]);
      bytes = message.bytes;
    } else {
      last.push(message);
      bytes += message.bytes;
    }
  }
  return result;
}

/**
 * Publishes the events of one batch. `published` are those that SNS reports successful; `refused` those that it will never
 * take. Rejects when SNS gives no answer.
 */
export async function publishBatch(
  { sns, topicArn, log }: Topic,
  batch: readonly Message[],
): Promise<{ published: number[]; refused: number[] }> {
  const [first] = batch;
  if (first !== undefined && first.bytes > BATCH_BYTES) {
    log.error(
      { outboxId: first.id, bytes: first.bytes },
      'an event is larger than SNS accepts: it stays in the outbox, other events are published',
    );
    return { published: [], refused: [first.id] };
  }
  const { Successful = [], Failed = [] } = await sns.send(
    new PublishBatchCommand({
      TopicArn: topicArn,
      PublishBatchRequestEntries: batch.map((message) => ({
        Id: String(message.id),
        Message: message.body,
        MessageAttributes: { type: { DataType: 'String', StringValue: message.type } },
      })),
    }),
    { abortSignal: AbortSignal.timeout(PUBLISH_TIMEOUT_MS) },
  );
  for (const { Id, Code, SenderFault } of Failed) {
    log.error(
      { outboxId: Id, code: Code, senderFault: SenderFault },
      'SNS refused an event: it stays in the outbox, other events are published',
    );
  }
  return {
    published: Successful.map(({ Id }) => Number(Id)),
    refused: Failed.filter(({ SenderFault }) => SenderFault === true).map(({ Id }) => Number(Id)),
  };
}
