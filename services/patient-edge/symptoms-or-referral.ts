import type { z } from 'zod';

/** A body that must answer the symptoms unless it names a referral. The OpenAPI document says so too. */
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
