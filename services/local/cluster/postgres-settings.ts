/** What every PostgreSQL server of a cluster without AWS is started with. */
export function serverSettings(maxConnections: string): string[] {
  return asOptions([
    'listen_addresses=*',
    'port=5432',
    'unix_socket_directories=',
    `max_connections=${maxConnections}`,
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    'dynamic_shared_memory_type=posix',
    'wal_level=replica',
    'max_wal_senders=4',
    'wal_keep_size=256MB',
    'hot_standby=on',
    // Both notice within seconds that the other is gone.
    'wal_sender_timeout=5s',
    'wal_receiver_timeout=5s',
    'wal_retrieve_retry_interval=1s',
    'tcp_keepalives_idle=5',
    'tcp_keepalives_interval=2',
    'tcp_keepalives_count=3',
  ]);
}

/** Settings as arguments of the program. */
export const asOptions = (settings: readonly string[]): string[] =>
  settings.flatMap((setting) => ['-c', setting]);
