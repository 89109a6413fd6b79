import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { loadEnv } from "vite";
import { defineConfig } from "vitest/config";

/** What is not the site's own; on a laptop the user pool is below `/_local`. */
const OF_THE_SHOP = ["/api", "/config.json", "/_local"];

export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss()],
  resolve: {
    alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) },
  },
  server: {
    proxy: Object.fromEntries(OF_THE_SHOP.map((path) => [path, { target: shopOf(mode), changeOrigin: true }])),
  },
  build: {
    target: "es2022",
    // The site is served under a Content-Security-Policy without data: and without inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes with a version bump only: it stays in the browser's cache over deployments.
        codeSplitting: {
          groups: [{ name: "vendor", test: /node_modules\/(react|react-dom|react-router|scheduler|@tanstack)\// }],
        },
      },
    },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/testing/setup.ts"],
    css: false,
    testTimeout: 15_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
}));

/** The shop that `npm run dev` talks to: VITE_API_URL from the environment or an .env file, with or without its /api. */
function shopOf(mode: string): string {
  const url = loadEnv(mode, import.meta.dirname, "VITE_").VITE_API_URL ?? "http://127.0.0.1:8080";
  return url.replace(/\/api\/?$/, "");
}
