import { z } from 'zod';

/** What a patient says who names a time that is out of their reach; the scheduler refuses it else. */
export const agreedFields = {
  otherRegionAgreed: z
    .boolean()
    .exactOptional()
    .describe('The patient will come to another region than that of their profile'),
  stepsAgreed: z
    .boolean()
    .exactOptional()
    .describe('The patient needs places without steps and will come to this one all the same'),
};
