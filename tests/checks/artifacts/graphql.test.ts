import { describe, expect, test } from "vitest";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { graphqlCompositionCheck } from "../../../src/checks/artifacts/graphql-composition.ts";
import { graphqlInvalidSchemaCheck } from "../../../src/checks/artifacts/graphql-invalid-schema.ts";
import { composeSupergraph } from "../../../src/emitters/graphql/compose-supergraph.ts";
import { graphqlEmitter } from "../../../src/emitters/graphql/emitter.ts";
import { invalid, valid } from "../../support/cases.ts";
import { checkContext } from "../../support/check-context.ts";
import { editDesign } from "../../support/edit-design.ts";
import { emitOptions } from "../../support/emit-options.ts";

const design = editDesign(({ system }) => {
  for (const audience of system.api.audiences) audience.graphql = true;
});
const subgraphs = graphqlEmitter.emit(design, emitOptions()).artifacts;

function changed(change: (text: string) => string): readonly Artifact[] {
  return subgraphs.map((artifact, index) =>
    index === 0 ? { ...artifact, text: change(artifact.text) } : artifact,
  );
}

const schemas = (artifacts: readonly Artifact[]) =>
  graphqlInvalidSchemaCheck.check(artifacts, checkContext());
const composition = (artifacts: readonly Artifact[]) =>
  graphqlCompositionCheck.check(artifacts, checkContext());

describe("graphql/invalid-schema", () => {
  valid("graphql/invalid-schema", "as it is rendered", () => schemas(subgraphs));
  valid("graphql/invalid-schema", "the supergraph", async () =>
    schemas(await composeSupergraph(subgraphs)),
  );
  const defects: Readonly<Record<string, string>> = {
    "no SDL": "\ntype {",
    "a type that there is not": "\ntype X { a: Nowhere }",
    "a reserved name": "\ntype __X { a: Int }",
    "a type twice": "\nscalar LocalTime2\nscalar LocalTime2",
    "an empty enum": "\nenum X",
    "an input that must hold itself": "\ninput X { x: X! }",
    "an unknown directive": "\ntype X @nowhere { a: Int }",
    "an enum value true": "\nenum X { true }",
  };
  for (const [name, text] of Object.entries(defects)) {
    invalid("graphql/invalid-schema", name, () => schemas(changed((sdl) => `${sdl}${text}\n`)));
  }
  test("the subject is the element behind the line", async () => {
    const found = await schemas(changed((sdl) => sdl.replace(/^  (\w+): ID!$/m, "  $1: Nowhere!")));
    expect(found.map(({ subject }) => subject).join()).toMatch(
      /\/(?:schema|operation|parameter)\//,
    );
  });
});

describe("graphql/composition", () => {
  valid("graphql/composition", "as it is rendered", async () =>
    composition([...subgraphs, ...(await composeSupergraph(subgraphs))]),
  );
  invalid("graphql/composition", "two owners of one field", () =>
    composition(
      subgraphs.map((artifact) => ({
        ...artifact,
        text: `${artifact.text}\ntype Clash { a: Int }\nextend type Query { clash: Clash }\n`,
      })),
    ),
  );
  invalid("graphql/composition", "a supergraph that is older", async () => {
    const older = await composeSupergraph(subgraphs);
    const newer = changed((sdl) => `${sdl}\nextend type Query { another: Int }\n`);
    return composition([...newer, ...older]);
  });
  invalid("graphql/composition", "a supergraph that is missing", () => composition(subgraphs));
});
