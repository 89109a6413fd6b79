import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// One shop for all scenarios, and a browser for each of two workers: a scenario mostly waits. Only what a scenario made
// itself, or what any number of them may buy, is counted in it.
export default defineConfig({
  // Some shoppers have no page: they run the storefront's own code here.
  resolve: { alias: { "@": fileURLToPath(new URL("../src", import.meta.url)) } },
  test: {
    include: ["e2e/**/*.e2e.ts"],
    globalSetup: ["e2e/running-shop.ts"],
    environment: "node",
    isolate: false,
    maxWorkers: 2,
    // Generous: they bound a hang, and measure nothing.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ["verbose"],
  },
});
