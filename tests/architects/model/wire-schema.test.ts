import { describe, expect, it } from "vitest";
import { unitDeclarations } from "../../../src/design/units.ts";
import { wireSchema } from "../../../src/architects/model/wire/wire-schema.ts";
import { wireUnits } from "../../../src/architects/model/wire/wire-units.ts";
import { lintWireSchema } from "../../support/lint-wire-schema.ts";

describe("the schema of an answer", () => {
  it.each(unitDeclarations.map(({ kind }) => kind))(
    "of %s stays within what structured outputs accept",
    (kind) => {
      const wire = wireUnits[kind];
      expect(wire.kind).toBe(kind);
      const { bytes, problems, optional, unions } = lintWireSchema(wireSchema(wire.schema));
      expect(problems).toEqual([]);
      expect(bytes).toBeLessThanOrEqual(3000);
      expect(optional).toBeLessThanOrEqual(24);
      expect(unions).toBeLessThanOrEqual(16);
    },
  );

  it("is refused by the lint where it does not", () => {
    const recursive = {
      type: "object",
      properties: { child: { $ref: "#/$defs/node" } },
      required: [],
      additionalProperties: false,
      $defs: {
        node: {
          type: "object",
          properties: {
            child: { $ref: "#/$defs/node" },
            any: {},
            size: { type: "integer", minimum: 1 },
          },
          required: ["any", "size"],
        },
      },
    };
    const { problems } = lintWireSchema(recursive);
    expect(problems.join("\n")).toMatch(/recursi/);
    expect(problems.join("\n")).toMatch(/minimum/);
    expect(problems.join("\n")).toMatch(/additionalProperties/);
    expect(problems.join("\n")).toMatch(/no type/);
    expect(lintWireSchema({ type: "array", items: { type: "string" } }).problems).not.toEqual([]);
  });
});
