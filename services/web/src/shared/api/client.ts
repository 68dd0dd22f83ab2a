import createClient, { type Client } from 'openapi-fetch';
import { accessToken } from '../session/cognito.ts';
import { ApiProblem, unreachable } from './problem.ts';

/** A client of one edge, typed by its OpenAPI document, that sends the signed-in person's access token. */
export function createApi<Paths extends object>(): Client<Paths> {
  const client = createClient<Paths>({ baseUrl: window.location.origin });
  client.use({
    async onRequest({ request }) {
      const token = await accessToken();
      if (token) request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  });
  return client;
}

/** The body of a successful call. Throws `ApiProblem` for every other outcome. */
export async function answer<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<NonNullable<Data>> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof TypeError) throw unreachable();
    throw cause;
  });
  if (!response.ok) {
    throw new ApiProblem(response.status, typeof error === 'object' && error !== null ? error : {});
  }
  return data as NonNullable<Data>;
}

/** The body of a successful call that answers nothing. */
export async function done(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  await answer(call);
}

/** A key under which a request may be repeated without doing it twice. Make one per intention, not per try. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}
