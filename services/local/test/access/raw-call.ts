import { Client, credentials, Metadata, type ServiceDefinition } from '@grpc/grpc-js';
import { loadService } from '@healthbooker/protos/load';
import { workloadMetadata } from '@healthbooker/runtime/context';
import { fromGrpcError } from '@healthbooker/runtime/errors';

/** The gRPC services of one process, called with whatever token, or without any metadata at all. */
export type RawService = {
  methods: readonly string[];
  /** Rejects with the `ServiceError` that the answer stands for. */
  call(
    method: string,
    request: object,
    token: string | undefined,
    /** A workload token beside the person's. */
    voucher?: string,
  ): Promise<Record<string, unknown>>;
  close(): void;
};

const patience_ms = 10_000;

/**
 * @param name the service's folder, by which its contract is found too
 * @param titles the services of that contract; no two have a method of the same name
 */
export function rawService(name: string, titles: readonly string[], address: string): RawService {
  const definitions = titles.map((title) => loadService(`healthbooker.${name}.v1.${title}`));
  const definition: ServiceDefinition = Object.assign({}, ...definitions);
  const client = new Client(address, credentials.createInsecure());
  return {
    methods: Object.keys(definition),
    call(methodName, request, token, voucher) {
      const method = definition[methodName];
      if (method === undefined) throw new Error(`${name} has no ${methodName}`);
      const metadata = new Metadata();
      if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
      if (voucher !== undefined) metadata.set(workloadMetadata, `Bearer ${voucher}`);
      return new Promise((resolve, reject) => {
        client.makeUnaryRequest<object, Record<string, unknown>>(
          method.path,
          method.requestSerialize,
          method.responseDeserialize,
          request,
          metadata,
          { deadline: Date.now() + patience_ms },
          (err, reply) => (err === null ? resolve(reply ?? {}) : reject(fromGrpcError(err))),
        );
      });
    },
    close: () => client.close(),
  };
}
