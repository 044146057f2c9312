import { existsSync, readdirSync, readFileSync } from "node:fs";
import { loadDesign } from "../../src/design/load-design.ts";
import type { Design } from "../../src/design/design.ts";

/** The designs of the packages below `output/`, by name; read when they are asked for. */
export function committedDesigns(): readonly (readonly [string, () => Design])[] {
  return readdirSync("output")
    .filter((name) => existsSync(`output/${name}/design/system.json`))
    .map((name) => [name, () => committedDesign(name)] as const);
}

function committedDesign(name: string): Design {
  const root = `output/${name}/design`;
  const paths = [
    "system.json",
    ...readdirSync(`${root}/contexts`).map((file) => `contexts/${file}`),
  ];
  const documents = new Map(
    paths.map((path) => [`design/${path}`, readFileSync(`${root}/${path}`, "utf8")]),
  );
  const { value, diagnostics } = loadDesign(documents);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}
