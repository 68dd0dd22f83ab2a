import type { Task } from '@healthbooker/runtime/housekeeping';
import type { Job, Work } from './types.ts';

/** Runs each task of a service's housekeeping, step by step, until nothing of it is left. */
export function tidyingOf(service: string, tasksOf: (work: Work) => readonly Task[]): Job {
  return {
    name: `housekeeping of ${service}`,
    loop: 'housekeeping',
    async run(work) {
      for (const task of tasksOf(work)) {
        await work.until(task.name, async () => !(await task.step(work.clock())).isMore);
        await task.measure(work.clock());
      }
    },
  };
}
