import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { calendarDate } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { addDays } from '../directory/local-time.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type Optimality, optimalityOfDay } from './optimality.ts';

const MOST_DAYS = 31;
const schema = z
  .object({
    specialtyId: z.string().min(1, { error: 'is required' }).max(64),
    firstDate: calendarDate,
    lastDate: calendarDate,
  })
  .refine(({ firstDate, lastDate }) => firstDate <= lastDate && lastDate < addDays(firstDate, MOST_DAYS), {
    path: ['lastDate'],
    error: `must be on or after the first date, ${MOST_DAYS} days at most`,
  });

/** The greedy rule against the best assignment, day by day; ends with 'deadline' when the days take too long. */
export function reportOptimality({ pool }: Parts): RpcOf<LeaveServiceDefinition, 'ReportOptimality'> {
  return {
    callers: ['Admins'],
    async handle(request, { deadline }) {
      const { specialtyId, firstDate, lastDate } = parse(schema, request);
      const days: Optimality[] = [];
      for (let day = firstDate; day <= lastDate; day = addDays(day, 1)) {
        if (Date.now() > deadline) {
          throw new ServiceError('deadline', 'Ask for fewer days at a time.');
        }
        days.push(await optimalityOfDay(pool, specialtyId, day));
      }
      return { days };
    },
  };
}
