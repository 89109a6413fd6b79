import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = "src/";

test("no file leads back to itself by its imports, those of types and of code that is loaded later included", () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.tsx?$/.test(name));
  const imports = new Map(files.map((file) => [file, importedBy(file, files)]));
  expect(files).toContain("app/main.tsx");
  expect(imports.get("app/main.tsx")).toContain("lib/api-client.ts");
  expect(cyclesIn(imports)).toEqual([]);
});

/** The files that a file names as `@/…`; any other way the linter forbids. */
function importedBy(file: string, files: string[]): string[] {
  const named = ts.preProcessFile(readFileSync(ROOT + file, "utf8"), true, true).importedFiles;
  return named
    .filter(({ fileName }) => fileName.startsWith("@/"))
    .flatMap(({ fileName }) => files.filter((each) => each.replace(/\.tsx?$/, "") === fileName.slice(2)));
}

function cyclesIn(imports: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const follow = (file: string, way: string[]) => {
    if (way.includes(file)) {
      cycles.push([...way.slice(way.indexOf(file)), file].join(" -> "));
    } else if (!done.has(file)) {
      imports.get(file)?.forEach((next) => follow(next, [...way, file]));
      done.add(file);
    }
  };
  for (const file of imports.keys()) follow(file, []);
  return cycles;
}
