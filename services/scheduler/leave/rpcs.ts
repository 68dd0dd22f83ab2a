import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import { answerNewTime } from '../booking/answer-new-time.ts';
import type { Parts } from '../parts.ts';
import { applyLeave } from './apply-leave.ts';
import { cancelLeave } from './cancel-leave.ts';
import { listDisruptions } from './list-disruptions.ts';
import { listLeave } from './list-leave.ts';
import { listWorklist } from './list-worklist.ts';
import { planLeave } from './plan-leave.ts';
import { reportOptimality } from './report-optimality.ts';
import { reportUnreached } from './report-unreached.ts';
import { settleWorkItem } from './settle-work-item.ts';

/** The service about leave and what becomes of the visits it meets. */
export function leaveService(parts: Parts): ServedService {
  return serve<LeaveServiceDefinition>('healthbooker.scheduler.v1.LeaveService', {
    PlanLeave: planLeave(parts),
    ApplyLeave: applyLeave(parts),
    ListLeave: listLeave(parts),
    CancelLeave: cancelLeave(parts),
    ListWorklist: listWorklist(parts),
    ListDisruptions: listDisruptions(parts),
    SettleWorkItem: settleWorkItem(parts),
    AnswerNewTime: answerNewTime(parts),
    ReportUnreached: reportUnreached(parts),
    ReportOptimality: reportOptimality(parts),
  });
}
