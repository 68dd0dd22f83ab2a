import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from './parts.ts';
import { answerNewTime } from './rpc/answer-new-time.ts';
import { applyLeave } from './rpc/apply-leave.ts';
import { cancelLeave } from './rpc/cancel-leave.ts';
import { listDisruptions } from './rpc/list-disruptions.ts';
import { listLeave } from './rpc/list-leave.ts';
import { listWorklist } from './rpc/list-worklist.ts';
import { planLeave } from './rpc/plan-leave.ts';
import { reportOptimality } from './rpc/report-optimality.ts';
import { reportUnreached } from './rpc/report-unreached.ts';
import { settleWorkItem } from './rpc/settle-work-item.ts';

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
