import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { refuseOtherPatient } from '../care/access.ts';
import { lockPatients } from '../locks.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { giveBack, openHoldOf, refuseDisplacing } from './hold.ts';

const findHold = loadSql(import.meta.url, './find-hold.sql');
const schema = z.object({ patientId: id, holdId: id });

/** Gives a held slot back. A hold that was used or has expired is no error. Somebody else's hold is 'not-found'. */
export function releaseHold({
  pool,
  clock,
  settler,
}: Parts): RpcOf<SchedulerServiceDefinition, 'ReleaseHold'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(request, context) {
      const { patientId, holdId } = parse(schema, request);
      await refuseOtherPatient(pool, context, patientId, 'visit', clock());
      const release = async (tx: Transaction) => {
        await lockPatients(tx, [patientId]);
        const known = await query(tx, findHold, [holdId, patientId]);
        if (known.length === 0) throw new ServiceError('not-found', 'There is no such hold.');
        const open = await openHoldOf(tx, patientId);
        if (open?.id !== holdId) return undefined;
        refuseDisplacing(context, open);
        return giveBack(tx, open);
      };
      const freed = await transaction(pool, release, { deadline: context.deadline, attempts: 3 });
      if (freed !== undefined) settler.settle(freed);
      return {};
    },
  };
}
