import type { z } from 'zod';

/** A body in which symptoms are answered unless a referral is named, as its document says too. */
export function answered<Body extends z.ZodType<{ symptoms?: unknown; referralId?: unknown }>>(
  body: Body,
): Body {
  return body
    .refine(({ symptoms, referralId }) => symptoms !== undefined || referralId !== undefined, {
      path: ['symptoms'],
      error: 'must be answered, or a referral named',
    })
    .meta({ anyOf: [{ required: ['symptoms'] }, { required: ['referralId'] }] });
}
