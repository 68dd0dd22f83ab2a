export type RetryBudget = {
  /** Takes one retry, or says that there is none left. */
  take(): boolean;
  /** Every call that succeeds earns a tenth of a retry. */
  succeeded(): void;
};

const most = 10;
const earned = 0.1;

/**
 * Bounds retries to a burst of ten and a tenth of the calls that succeed, so that a callee in trouble gets less
 * work and not three times as much.
 */
export function createRetryBudget(): RetryBudget {
  let left = most;
  return {
    take() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    succeeded() {
      left = Math.min(most, left + earned);
    },
  };
}
