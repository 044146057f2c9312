import { LOCK_PATH } from "../artifacts/lock.ts";
import { designDiagrams } from "../artifacts/mermaid/design-diagrams.ts";
import type { Design } from "../design/design.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Files, Host } from "../host/host.ts";
import { nearMatches } from "../util/near-matches.ts";
import { textTable } from "../util/text-table.ts";
import { packageRoot } from "./package-root.ts";
import { designOf, readPackage } from "./read-package.ts";
import { designTables } from "./show/design-tables.ts";
import { entityText } from "./show/entity-text.ts";
import { flowchartTree } from "./show/flowchart-tree.ts";

/** A part of the Design that can be shown in characters. */
interface View {
  readonly name: string;
  readonly about: string;
  text(): string | Promise<string>;
}

export const unknownPart = declareDiagnostic<{ readonly what: string; readonly near: string }>({
  code: "package/unknown-part",
  severity: "error",
  message: ({ what, near }) =>
    `there is nothing called ${JSON.stringify(what.slice(0, 80))} to show${near === "" ? "" : `; did you mean ${near}?`}`,
  fix: "run `groundplan show` for the list of what there is",
});

/** A table or diagram of a package's Design as text; without a name, or with a package for it, the list. */
export async function show(
  what: string | undefined,
  root: string,
  { files }: Host,
): Promise<Outcome<string>> {
  const isFolder = what !== undefined && (await files.read(`${what}/${LOCK_PATH}`)) !== undefined;
  if (isFolder) return showIn(undefined, what, files);
  return showIn(what, root, files);
}

async function showIn(
  what: string | undefined,
  root: string,
  files: Files,
): Promise<Outcome<string>> {
  const stored = await readPackage(files, packageRoot(files, root));
  if (stored.value === undefined) return { diagnostics: stored.diagnostics };
  const design = designOf(stored.value);
  if (design.value === undefined) return { diagnostics: design.diagnostics };
  const views = viewsOf(design.value);
  if (what === undefined) {
    const rows = views.map(({ name, about }) => [name, about]);
    return { value: textTable(["what", "shows"], rows), diagnostics: [] };
  }
  const view = views.find(({ name }) => name === what);
  if (view !== undefined) return { value: await view.text(), diagnostics: [] };
  const near = nearMatches(
    what,
    views.map(({ name }) => name),
  );
  return { diagnostics: [unknownPart("package", { what, near: near.join(", ") })] };
}

function viewsOf(design: Design): readonly View[] {
  const tables = designTables.map(({ name, about, text }) => ({
    name,
    about,
    text: () => text(design),
  }));
  const taken = new Set(tables.map(({ name }) => name));
  const entities = design.contexts.flatMap((context) =>
    context.entities.map((entity) => ({
      name: `${context.context}/${entity.id}`,
      about: `fields of ${entity.name}`,
      text: () => entityText(context, entity),
    })),
  );
  return [...tables, ...diagramViews(design).filter(({ name }) => !taken.has(name)), ...entities];
}

function diagramViews(design: Design): readonly View[] {
  return designDiagrams(design).map(({ diagram, context }) => {
    const { name, title, chart, text } = diagram;
    const own = design.contexts.find((candidate) => candidate.context === context);
    return {
      name,
      about: title,
      async text() {
        if (chart !== undefined) return flowchartTree(chart);
        if (own !== undefined) {
          const shown = own.entities.filter(
            ({ id }) => name.startsWith("erd-") || name === `lifecycle-${own.context}-${id}`,
          );
          return shown.map((entity) => entityText(own, entity)).join("\n");
        }
        const { sequenceText } = await import("../engines/pictures/sequence-text.ts");
        return (await sequenceText(text)) ?? text;
      },
    };
  });
}
