const TRIES = 4;
const BETWEEN_MS = 800;

/** Loads a part of the page's code, on a bad network more than once. */
export async function loadCode<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await load();
    } catch (error) {
      if (tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS * tries));
    }
  }
}
