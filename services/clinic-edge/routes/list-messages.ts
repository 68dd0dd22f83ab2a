import type { Peers } from '@healthbooker/edge/peers';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const Message = z
  .strictObject({
    id: z.string(),
    personId: z.string(),
    channel: z.string(),
    template: z.string(),
    appointmentId: z.string(),
    appointmentVersion: z.int32(),
    state: z.string(),
    tries: z.int32(),
    queuedAt: z.string(),
    sentAt: z.string().describe('Empty until it was sent'),
    failure: z.string(),
    subject: z.string().describe('The exact words, empty until the first try, and once they are removed'),
    text: z.string(),
    wordsRemoved: z
      .boolean()
      .describe('Its words are no longer kept: only that it was sent, to whom and about what'),
  })
  .meta({ id: 'Message' });

export function listMessages({ notification }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/messages',
    callers: ['Receptionists', 'Admins'],
    summary: 'What was sent to whom, newest first',
    query: z.strictObject({
      personId: z.guid().optional(),
      appointmentId: z.guid().optional(),
      ...pageQuery,
    }),
    responses: { 200: z.strictObject({ messages: z.array(Message), nextCursor }) },
    async handle({ query, context }) {
      const { messages, nextPageToken } = await notification.call(
        'ListMessages',
        { personId: query.personId ?? '', subjectId: query.appointmentId ?? '', ...pageRequest(query) },
        forward(context, { idempotent: true }),
      );
      const shown = messages.map((message) => {
        const { id, personId, channel, template, subjectId, subjectVersion } = message;
        const { state, tries, queuedAt, sentAt, failure, subject, text, wordsRemoved } = message;
        return {
          id,
          personId,
          channel,
          template,
          appointmentId: subjectId,
          appointmentVersion: subjectVersion,
          state,
          tries,
          queuedAt,
          sentAt,
          failure,
          subject,
          text,
          wordsRemoved,
        };
      });
      return { status: 200, body: { messages: shown, ...cursorJson(nextPageToken) } };
    },
  });
}
