import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildSchema } from "graphql";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { graphqlCompositionCheck } from "../../../src/checks/artifacts/graphql-composition.ts";
import { graphqlInvalidSchemaCheck } from "../../../src/checks/artifacts/graphql-invalid-schema.ts";
import type { Design } from "../../../src/design/design.ts";
import { composeSupergraph } from "../../../src/emitters/graphql/compose-supergraph.ts";
import { graphqlEmitter } from "../../../src/emitters/graphql/emitter.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { checkContext } from "../../support/check-context.ts";
import { committedDesigns } from "../../support/committed-designs.ts";
import { editDesign } from "../../support/edit-design.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { sampleDesign } from "../../support/sample-design.ts";

/** The design where every audience calls through GraphQL. */
function withGraphql({ system, contexts }: Design): Design {
  const audiences = system.api.audiences.map((audience) => ({ ...audience, graphql: true }));
  return { system: { ...system, api: { ...system.api, audiences } }, contexts };
}

async function emit(design: Design): Promise<readonly Artifact[]> {
  const { artifacts } = graphqlEmitter.emit(design, emitOptions());
  return [...artifacts, ...(await composeSupergraph(artifacts))];
}

async function findings(artifacts: readonly Artifact[]) {
  return [
    ...(await graphqlInvalidSchemaCheck.check(artifacts, checkContext())),
    ...(await graphqlCompositionCheck.check(artifacts, checkContext())),
  ];
}

const supergraphOf = (artifacts: readonly Artifact[]) =>
  artifacts.find(({ kind }) => kind === "supergraph")?.text ?? "";

describe("graphql", () => {
  test("nobody who did not ask for it gets any", async () => {
    const plain = editDesign(({ system }) => {
      for (const audience of system.api.audiences) delete audience.graphql;
    });
    expect(await emit(plain)).toEqual([]);
  });

  test("what only others may call is not in it", async () => {
    const design = editDesign(({ system, contexts }) => {
      system.api.audiences.push({ id: "app", name: "App", description: "An app.", graphql: true });
      const operation = contexts.flatMap(({ operations }) => operations).find(isPublicQuery);
      if (operation === undefined) throw new Error("no public query");
      operation.audiences = ["app"];
    });
    const artifacts = await emit(design);
    const schema = buildSchema(supergraphOf(artifacts), { assumeValidSDL: true });
    const roots = [schema.getQueryType(), schema.getMutationType()];
    expect(roots.flatMap((type) => Object.keys(type?.getFields() ?? {}))).toHaveLength(1);
  });

  test("enum values become names, whatever they are", async () => {
    const values = [
      "true",
      "null",
      "false",
      "in-transit",
      "in transit",
      "1st",
      "__x",
      "größe",
      "中",
    ];
    const design = withGraphql(
      editDesign(({ contexts }) => {
        const fields = contexts.flatMap(({ entities }) =>
          entities.flatMap((entity) => entity.fields),
        );
        for (const field of fields.filter(({ enumValues }) => enumValues !== undefined)) {
          field.enumValues = [...values];
          field.samples = [];
        }
      }),
    );
    const artifacts = await emit(design);
    expect(await findings(artifacts)).toEqual([]);
    const text = artifacts.map((artifact) => artifact.text).join();
    expect(text).toContain("TRUE_VALUE");
    expect(text).toContain("IN_TRANSIT_VALUE");
    expect(text).toContain("Over HTTP: größe");
  });

  test("an input that holds itself can be written", async () => {
    const design = withGraphql(
      editDesign(({ contexts }) => {
        const context = contexts.find(({ operations }) =>
          operations.some(({ request }) => request !== undefined),
        );
        const id = context?.operations.find(({ request }) => request !== undefined)?.request
          ?.schema;
        const schema = context?.schemas.find((candidate) => candidate.id === id);
        if (id === undefined || schema === undefined) throw new Error("no request");
        schema.properties.push({
          id: "again",
          name: "again",
          schema: id,
          required: true,
          many: false,
          samples: [],
        });
      }),
    );
    expect(await findings(await emit(design))).toEqual([]);
  });

  test("descriptions are never read as SDL", async () => {
    const design = withGraphql(
      editDesign(({ contexts }) => {
        for (const operation of contexts.flatMap(({ operations }) => operations)) {
          operation.description = 'He said """ } type Query { evil: String } and left \\';
        }
      }),
    );
    const artifacts = await emit(design);
    expect(await findings(artifacts)).toEqual([]);
    const schema = buildSchema(supergraphOf(artifacts), { assumeValidSDL: true });
    expect(schema.getQueryType()?.getFields()).not.toHaveProperty("evil");
  });

  test("lists are connections, commands are mutations with results, keys are entities", async () => {
    const artifacts = await emit(withGraphql(sampleDesign()));
    const text = artifacts.map((artifact) => artifact.text).join();
    expect(text).toMatch(/\(.*first: Int = \d+, after: String\): \w+Connection!/);
    expect(text).toMatch(/union \w+Result = \w+Success \| Problem/);
    expect(text).toMatch(/type \w+ @key\(fields: "\w+"\)/);
    expect(text).toMatch(/@requiresScopes\(scopes: \[\["/);
    expect(text).toMatch(/levels deep/);
  });

  test("the committed designs are valid and compose", async () => {
    for (const [, read] of committedDesigns()) {
      const artifacts = await emit(withGraphql(read()));
      expect(supergraphOf(artifacts)).not.toBe("");
      expect(await findings(artifacts)).toEqual([]);
    }
  });

  test("random designs are valid, compose, and are the same twice", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDesign(), async (design) => {
        const artifacts = await emit(withGraphql(design));
        expect(await findings(artifacts)).toEqual([]);
        expect(await emit(withGraphql(design))).toEqual(artifacts);
      }),
      { numRuns: 40 },
    );
  });
});

function isPublicQuery({ kind, exposure }: { readonly kind: string; readonly exposure: string }) {
  return kind === "query" && exposure === "public";
}
