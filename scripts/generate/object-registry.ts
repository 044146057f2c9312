import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseSync } from "oxc-parser";
import { byCodeUnit } from "../../src/util/order.ts";
import { writeGenerated } from "./write-generated.ts";

/** One generated array: the exported objects of the files that a pattern names. */
export interface ObjectArray {
  readonly name: string;
  readonly type: string;
  /** Relative to the generated file. */
  readonly typeFile: string;
  /** Glob, relative to the root. */
  readonly sources: string;
  /** What the names of the exported constants end with. */
  readonly suffix: string;
}

export interface ObjectRegistry {
  readonly target: string;
  readonly arrays: readonly ObjectArray[];
}

/** Writes a file of arrays over what a folder exports; gives back what is wrong in the folder. */
export async function generateObjectRegistry(
  root: string,
  { target, arrays }: ObjectRegistry,
): Promise<readonly string[]> {
  const folder = dirname(join(root, target));
  const present = arrays.filter(({ typeFile }) => existsSync(join(folder, typeFile)));
  if (present.length === 0) return [];

  const problems: string[] = [];
  const imports: string[] = [];
  const declarations: string[] = [];
  for (const { name, type, typeFile, sources, suffix } of present) {
    const names: string[] = [];
    for (const path of globSync(sources, { cwd: root }).sort(byCodeUnit)) {
      const found = exportedNames(join(root, path)).filter((exported) => exported.endsWith(suffix));
      const [object, ...others] = found;
      if (object === undefined || others.length > 0) {
        problems.push(
          `${path}: exports ${found.length} constants named …${suffix}, it has to be one`,
        );
        continue;
      }
      names.push(object);
      const from = relative(folder, join(root, path)).replaceAll("\\", "/");
      imports.push(`import { ${object} } from "./${from}";`);
    }
    imports.push(`import type { ${type} } from "${typeFile}";`);
    const items = names.map((object) => `  ${object},`);
    declarations.push(
      `export const ${name}: readonly ${type}[] = [${items.length > 0 ? `\n${items.join("\n")}\n` : ""}];`,
    );
  }
  if (problems.length === 0) {
    writeGenerated(root, target, [...imports, "", declarations.join("\n\n")].join("\n"));
  }
  return problems;
}

/** The names of a file's exported constants; a type or a function is no candidate. */
function exportedNames(path: string): readonly string[] {
  const { program } = parseSync(path, readFileSync(path, "utf8"));
  return program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration") return [];
    if (statement.declaration?.type !== "VariableDeclaration") return [];
    return statement.declaration.declarations.flatMap(({ id }) =>
      id.type === "Identifier" ? [id.name] : [],
    );
  });
}
