/** How a tab gives up what it held. */
export type Release = () => void;

const nothingHeld: Release = () => undefined;

/**
 * Resolves once no other tab is at work on this attempt; a tab that crashes lets go of it. It only keeps two tabs from
 * asking for the same thing at once: that they get one order is what the idempotency key is for. So a browser without
 * locks goes on without.
 */
export function holdAttempt(idempotencyKey: string): Promise<Release> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return Promise.resolve(nothingHeld);
  return new Promise((resolve) => {
    locks
      .request(`stampede.attempt.${idempotencyKey}`, () => new Promise<void>((release) => resolve(release)))
      .catch(() => resolve(nothingHeld));
  });
}
