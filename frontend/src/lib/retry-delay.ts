const FIRST_MS = 600;
const LONGEST_MS = 15_000;

/**
 * How long to wait before attempt `attempt` (1 is the first retry), in milliseconds. Never sooner than the server
 * asked; always spread, so that a crowd told the same thing does not come back as a crowd.
 */
export function retryDelay(attempt: number, retryAfterMs: number | null, random: () => number = Math.random): number {
  const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return retryAfterMs === null ? step * (0.5 + random() / 2) : retryAfterMs + step * random();
}

const retryTimes = new WeakMap<Error, number>();

/** Notes when a read that failed with `error` is asked again, for whoever shows the error meanwhile. */
export function noteRetryAt(error: Error, at: number): void {
  retryTimes.set(error, at);
}

export function retryAtOf(error: Error | null): number | null {
  return (error && retryTimes.get(error)) ?? null;
}
