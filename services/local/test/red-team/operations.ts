import { readFileSync } from 'node:fs';
import { requestSchemas, type Schema } from '@healthbooker/protos/schema';
import type { Capacity } from '@healthbooker/runtime/context';
import { z } from 'zod';

/** Something one can ask for: a route of an edge, or an RPC that a service answers to whoever reaches its port. */
export type Operation = {
  /** As the access matrix names it: `GET /v1/record`, `ehr GetChart`. */
  name: string;
  /** Whom to ask. */
  at: 'patient-edge' | 'clinic-edge' | 'scheduler' | 'appointment' | 'ehr' | 'notification';
  /** With whose token: at an edge with its portal's, at a service with either. */
  capacity: Capacity | undefined;
  /** The gRPC service of an RPC. */
  title: string | undefined;
  /** HTTP method, or the RPC's name. */
  method: string;
  /** Path with `{id}` in it; empty for an RPC. */
  path: string;
  /** Query parameters. */
  query: Readonly<Record<string, Schema>>;
  requiredQuery: readonly string[];
  headers: readonly string[];
  body: Schema | undefined;
  /** What `$ref` in it names. */
  components: Readonly<Record<string, Schema>>;
};

const edges = { 'patient-edge': 'patient', 'clinic-edge': 'staff' } as const;
export const services = ['scheduler', 'appointment', 'ehr', 'notification'] as const;

const schema = z.custom<Schema>((value) => typeof value === 'object' && value !== null);
const document = z.object({
  components: z.object({ schemas: z.record(z.string(), schema) }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z
          .array(
            z.object({
              name: z.string(),
              in: z.enum(['path', 'query', 'header']),
              required: z.boolean().default(false),
              schema,
            }),
          )
          .default([]),
        requestBody: z.object({ content: z.object({ 'application/json': z.object({ schema }) }) }).optional(),
      }),
    ),
  ),
});

/** Every route of both OpenAPI documents and every RPC of all contracts. */
export function allOperations(): Operation[] {
  const routes = Object.entries(edges).flatMap(([at, capacity]) => {
    const file = new URL(`../../../${at}/openapi.generated.json`, import.meta.url);
    const { paths, components } = document.parse(JSON.parse(readFileSync(file, 'utf8')));
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters, requestBody }]): Operation => {
        const ofKind = (kind: string) => parameters.filter((parameter) => parameter.in === kind);
        return {
          name: `${method.toUpperCase()} ${path}`,
          at: at as keyof typeof edges,
          capacity,
          title: undefined,
          method: method.toUpperCase(),
          path,
          query: Object.fromEntries(ofKind('query').map((parameter) => [parameter.name, parameter.schema])),
          requiredQuery: ofKind('query').flatMap(({ name, required }) => (required ? [name] : [])),
          headers: ofKind('header').map(({ name }) => name),
          body: requestBody?.content['application/json'].schema,
          components: components.schemas,
        };
      }),
    );
  });
  const rpcs = services.flatMap((at) =>
    Object.entries(requestSchemas(`healthbooker.${at}.v1`)).flatMap(([title, methods]) =>
      Object.entries(methods).map(
        ([method, body]): Operation => ({
          name: `${at} ${method}`,
          at,
          capacity: undefined,
          title,
          method,
          path: '',
          query: {},
          requiredQuery: [],
          headers: [],
          body,
          components: {},
        }),
      ),
    ),
  );
  return [...routes, ...rpcs];
}
