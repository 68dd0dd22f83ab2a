import type { LeavePeriod as PeriodMessage } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeavePeriod';
import type { LeavePeriod } from '@healthbooker/protos/json/leave';
import type { z } from 'zod';

/** The contract's period: an empty time is the edge of the day. */
export function periodMessage(period: z.output<typeof LeavePeriod>): PeriodMessage {
  const { firstDate, lastDate, fromTime, toTime } = period;
  return { firstDate, lastDate, fromTime: fromTime ?? '', toTime: toTime ?? '' };
}
