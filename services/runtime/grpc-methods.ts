import type { ServiceDefinition } from '@grpc/grpc-js';

export type { ServiceDefinition };

/**
 * The types of an RPC, from a generated `…ServiceDefinition`. Requests and responses have two shapes: one that a
 * sender writes (fields optional) and one that a receiver reads (defaults filled in).
 */
type MethodTypes<Sent, Read, Reply, ReadReply> = {
  requestSerialize: (value: Sent) => Buffer;
  requestDeserialize: (bytes: Buffer) => Read;
  responseSerialize: (value: Reply) => Buffer;
  responseDeserialize: (bytes: Buffer) => ReadReply;
};

/** The names of a service's RPCs, without the index signature that generated definitions inherit. */
export type MethodName<D extends ServiceDefinition> = string &
  keyof { [K in keyof D as string extends K ? never : number extends K ? never : K]: true };

export type SentRequest<D extends ServiceDefinition, M extends keyof D> =
  D[M] extends MethodTypes<infer Sent, infer _Read, infer _Reply, infer _ReadReply> ? Sent : never;

export type ReadRequest<D extends ServiceDefinition, M extends keyof D> =
  D[M] extends MethodTypes<infer _Sent, infer Read, infer _Reply, infer _ReadReply> ? Read : never;

export type SentReply<D extends ServiceDefinition, M extends keyof D> =
  D[M] extends MethodTypes<infer _Sent, infer _Read, infer Reply, infer _ReadReply> ? Reply : never;

export type ReadReply<D extends ServiceDefinition, M extends keyof D> =
  D[M] extends MethodTypes<infer _Sent, infer _Read, infer _Reply, infer Replied> ? Replied : never;
