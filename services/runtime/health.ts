/** A remark about the process; it does not make it unready. */
export type Remark = { set(text: string): void; clear(): void };

/** A condition for being ready. It starts closed. */
export type Gate = { open(): void; close(reason: string): void };

export type ServingStatus = 'SERVING' | 'NOT_SERVING' | 'SERVICE_UNKNOWN';

export type Health = {
  /** Adds a condition for being ready, such as the schema being at our version. */
  gate(name: string): Gate;
  /** Adds a remark, which `/readyz` shows beside "ok" while it is set. */
  remark(name: string): Remark;
  /** The remarks, one line each. */
  remarks(): string[];
  /** All parts have started. */
  started(): void;
  /** From now on requests should go to another process. This cannot be undone. */
  drain(): void;
  /** The process cannot recover and should be restarted. */
  fail(reason: string): void;
  isStarted(): boolean;
  isReady(): boolean;
  isLive(): boolean;
  /** Why it is not ready, one line each. */
  reasons(): string[];
  /** Makes a gRPC service known to `grpc.health.v1`. */
  announce(protoService: string): void;
  /** The status of a gRPC service, or with '' of the process. */
  statusOf(protoService: string): ServingStatus;
  /** Calls `listener` after every change; returns a function that stops this. */
  onChange(listener: () => void): () => void;
};

/**
 * The state behind the probes of one process. Ready means: started, every gate open, and not draining. A store that
 * is down closes no gate. Otherwise all replicas would become unready at once, and callers would get no answer at
 * all.
 */
export function createHealth(): Health {
  const closed = new Map<string, string>();
  const remarked = new Map<string, string>();
  const services = new Set<string>();
  const listeners = new Set<() => void>();
  let isStarted = false;
  let isDraining = false;
  let failure: string | undefined;

  function changed(): void {
    for (const listener of listeners) listener();
  }
  function reasons(): string[] {
    const list = [...closed].map(([name, reason]) => `${name}: ${reason}`);
    if (!isStarted) list.unshift('starting');
    if (isDraining) list.unshift('draining');
    if (failure !== undefined) list.unshift(failure);
    return list;
  }

  return {
    gate(name) {
      closed.set(name, 'not yet');
      return {
        open() {
          if (closed.delete(name)) changed();
        },
        close(reason) {
          closed.set(name, reason);
          changed();
        },
      };
    },
    remark: (name) => ({
      set: (text) => void remarked.set(name, text),
      clear: () => void remarked.delete(name),
    }),
    remarks: () => [...remarked].map(([name, text]) => `${name}: ${text}`),
    started() {
      isStarted = true;
      changed();
    },
    drain() {
      isDraining = true;
      changed();
    },
    fail(reason) {
      failure = reason;
      changed();
    },
    isStarted: () => isStarted,
    isReady: () => reasons().length === 0,
    isLive: () => failure === undefined,
    reasons,
    announce: (protoService) => void services.add(protoService),
    statusOf(protoService) {
      if (protoService !== '' && !services.has(protoService)) return 'SERVICE_UNKNOWN';
      return reasons().length === 0 ? 'SERVING' : 'NOT_SERVING';
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
