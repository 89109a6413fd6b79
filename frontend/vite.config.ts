import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: {
    alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) },
  },
  server: {
    proxy: {
      "/api": { target: process.env.VITE_API_URL ?? "http://127.0.0.1:8080", changeOrigin: true },
    },
  },
  build: {
    target: "es2022",
    // The site is served under a Content-Security-Policy without data: and without inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/testing/setup.ts"],
    css: false,
    testTimeout: 15_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
