import { readFile } from "node:fs/promises";
import { createRulesArchitect } from "../../../src/architects/rules/rules-architect.ts";
import type { DraftRequest } from "../../../src/architects/architect.ts";
import type { Design } from "../../../src/design/design.ts";
import { emptyDesign } from "../../../src/design/empty-design.ts";
import { contextDesignSchema } from "../../../src/design/schema/context-design.ts";
import { systemSchema } from "../../../src/design/schema/system.ts";
import { indexDesign, resolveReference } from "../../../src/design/design-index.ts";
import { mergePart } from "../../../src/design/unit-part.ts";
import type { Unit } from "../../../src/design/units.ts";
import { unitDeclarations } from "../../../src/design/units.ts";
import { readRequirements } from "../../../src/requirements/read-requirements.ts";
import type { RequirementsReading } from "../../../src/requirements/requirements-reading.ts";

/** Reads a text as requirements; fails the test where it cannot be read. */
export async function readText(
  text: string,
  path = "requirements.md",
): Promise<RequirementsReading> {
  const { value, diagnostics } = await readRequirements([{ path, text }]);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

export async function readFileAsRequirements(path: string): Promise<RequirementsReading> {
  return readText(await readFile(path, "utf8"), path);
}

/** Everything that the rules make of a reading, unit by unit. */
export async function draftAll(reading: RequirementsReading, base?: Design): Promise<Design> {
  let design = emptyDesign();
  for (const { kind, scope } of unitDeclarations) {
    const units: readonly Unit[] =
      scope === "system"
        ? [{ kind }]
        : design.system.contexts.map(({ id }) => ({ kind, context: id }));
    for (const unit of units) design = await draftOne(unit, reading, design, base);
  }
  return design;
}

/** The Design with one unit replaced by the rules' version. */
export async function draftOne(
  unit: Unit,
  reading: RequirementsReading,
  accepted: Design,
  base?: Design,
): Promise<Design> {
  const options: DraftRequest["options"] = { database: "postgresql" };
  const request = {
    unit,
    reading,
    accepted,
    round: 1,
    options,
    ...(base === undefined ? {} : { base }),
  };
  const { value } = await createRulesArchitect().draft(request);
  if (value === undefined) throw new Error(`no part for ${unit.kind}`);
  return mergePart(accepted, unit, value);
}

/** What is wrong with the form of a Design: schema violations and references that name nothing. */
export function faultsOf(design: Design): readonly string[] {
  const index = indexDesign(design);
  const dangling = index.references
    .filter((visit) => resolveReference(index, visit) === undefined)
    .map(({ subject, tokens, text }) => `${subject} ${tokens.join(".")} names ${text}`);
  const parsed = [
    { name: "system", result: systemSchema.safeParse(design.system) },
    ...design.contexts.map((context) => ({
      name: context.context,
      result: contextDesignSchema.safeParse(context),
    })),
  ];
  const invalid = parsed.flatMap(({ name, result }) =>
    (result.error?.issues ?? []).map(
      ({ path, message }) => `${name} ${path.join(".")}: ${message}`,
    ),
  );
  const doubled = index.duplicates.map(({ subject }) => `${subject} twice`);
  return [...dangling, ...invalid, ...doubled];
}
