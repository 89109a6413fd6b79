import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// One browser and one shop for all scenarios: they run one after the other, in one worker.
export default defineConfig({
  // Some shoppers have no page: they run the storefront's own code here.
  resolve: { alias: { "@": fileURLToPath(new URL("../src", import.meta.url)) } },
  test: {
    include: ["e2e/**/*.e2e.ts"],
    globalSetup: ["e2e/running-shop.ts"],
    environment: "node",
    fileParallelism: false,
    isolate: false,
    maxWorkers: 1,
    // Generous: they bound a hang, and measure nothing.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ["verbose"],
  },
});
