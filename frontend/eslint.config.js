import { readdirSync } from "node:fs";
import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const features = readdirSync(new URL("./src/features", import.meta.url));

const TESTS = ["src/**/__tests__/**", "src/testing/**"];

/** Imports go one way: shared parts -> features -> app; a feature knows no other feature. */
const boundaries = [
  boundary(
    ["src/components/**", "src/lib/**"],
    ["@/features/**", "@/app/**"],
    "Shared parts know neither features nor the app.",
  ),
  ...features.map((feature) =>
    boundary(
      [`src/features/${feature}/**`],
      ["@/app/**", "@/features/*", `!@/features/${feature}`],
      "A feature knows neither the app nor another feature: compose them in src/app.",
    ),
  ),
];

function boundary(files, group, message) {
  const relative = { group: ["./*", "../*"], message: "Import by @/, so that the boundaries can be checked." };
  return {
    files,
    // Tests may drive a feature through the whole app.
    ignores: TESTS,
    rules: { "no-restricted-imports": ["error", { patterns: [relative, { group, message }] }] },
  };
}

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "src/lib/api-schema.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [
      tseslint.configs.strictTypeChecked,
      reactHooks.configs.flat["recommended-latest"],
      jsxA11y.flatConfigs.strict,
    ],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: "No barrels: import from the file that has it." },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  ...boundaries,
  { files: TESTS, rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
  { files: ["**/*.{js,mjs}"], languageOptions: { globals: globals.node } },
);
