// Writes the types of the HTTP API from its contract; with --check fails where the written ones are another contract's.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const contract = new URL("../../docs/api/openapi.yaml", import.meta.url);
const target = new URL("../src/lib/api-schema.ts", import.meta.url);

const generated = `// Generated from docs/api/openapi.yaml by npm run generate:types. Not edited by hand.\n\n${astToString(
  await openapiTS(contract, { transform: withoutAlternativesOfPresence }),
)}`;

if (!process.argv.includes("--check")) {
  writeFileSync(target, generated);
} else if (readFileSync(target, "utf8") !== generated) {
  console.error("src/lib/api-schema.ts is not what docs/api/openapi.yaml says: run npm run generate:types");
  process.exit(1);
}

/** `anyOf: [{required: [a]}, {required: [b]}]` says nothing a type can hold, and would make it `unknown`. */
function withoutAlternativesOfPresence(schema) {
  for (const keyword of ["anyOf", "oneOf"]) {
    if (schema[keyword]?.every((branch) => Object.keys(branch).join() === "required")) delete schema[keyword];
  }
  return undefined;
}
