import { ChannelCredentials, experimental, ServerCredentials } from '@grpc/grpc-js';

/** The certificate settings of a process (`grpcEnv`). All three files or none. */
export type GrpcTlsConfig = {
  GRPC_TLS_CERT_FILE?: string | undefined;
  GRPC_TLS_KEY_FILE?: string | undefined;
  GRPC_TLS_CA_FILE?: string | undefined;
  /** How often the files are read again; a minute unless a test cannot wait. */
  rereadMs?: number;
};

/** Certificates are renewed hours before they expire; a minute is soon enough to notice. */
const usualRereadMs = 60_000;

/** What a server listens with: mutual TLS from files that are read again when they change, else plaintext. */
export function serverCredentials(config: GrpcTlsConfig = {}): ServerCredentials {
  const files = certificateFiles(config);
  if (files === undefined) return ServerCredentials.createInsecure();
  const provider = new experimental.FileWatcherCertificateProvider(files);
  return experimental.createCertificateProviderServerCredentials(provider, provider, true);
}

/** What a client connects with: mutual TLS from the same files, else plaintext. */
export function channelCredentials(config: GrpcTlsConfig = {}): ChannelCredentials {
  const files = certificateFiles(config);
  if (files === undefined) return ChannelCredentials.createInsecure();
  const provider = new experimental.FileWatcherCertificateProvider(files);
  return experimental.createCertificateProviderChannelCredentials(provider, provider);
}

function certificateFiles(config: GrpcTlsConfig) {
  const { GRPC_TLS_CERT_FILE: cert, GRPC_TLS_KEY_FILE: key, GRPC_TLS_CA_FILE: ca } = config;
  if (cert === undefined && key === undefined && ca === undefined) return undefined;
  if (cert === undefined || key === undefined || ca === undefined) {
    throw new Error(
      'GRPC_TLS_CERT_FILE, GRPC_TLS_KEY_FILE and GRPC_TLS_CA_FILE are set together or not at all',
    );
  }
  return {
    certificateFile: cert,
    privateKeyFile: key,
    caCertificateFile: ca,
    refreshIntervalMs: config.rereadMs ?? usualRereadMs,
  };
}
