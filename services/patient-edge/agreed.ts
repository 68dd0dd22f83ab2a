import { z } from 'zod';

/** The patient's agreement to a time that is out of their reach. Without it the scheduler refuses the time. */
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
