export type RetryBudget = {
  /** Takes one retry, or says that there is none left. */
  take(): boolean;
  /** Every call that succeeds earns a tenth of a retry. */
  succeeded(): void;
};

const most = 10;
const earned = 0.1;

/**
 * Limits retries to a burst of ten plus a tenth of the calls that succeed. So a callee in trouble gets less work, not
 * three times as much.
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
