const text = { type: "string" };
const index = { type: "integer", minimum: -1 };
const position = { type: "integer", minimum: 1 };

function object(properties: object, ...required: readonly string[]) {
  return { type: "object", additionalProperties: false, properties, required };
}

/**
 * What SARIF 2.1.0 (OASIS, sarif-schema-2.1.0.json) says about the properties that are written:
 * their forms, what is required, and that there are no others.
 */
export const sarifSchema = object(
  {
    $schema: { type: "string", format: "uri" },
    version: { enum: ["2.1.0"] },
    runs: {
      type: "array",
      items: object(
        {
          tool: object(
            {
              driver: object(
                {
                  name: text,
                  rules: {
                    type: "array",
                    uniqueItems: true,
                    items: object({ id: text, shortDescription: object({ text }, "text") }, "id"),
                  },
                },
                "name",
              ),
            },
            "driver",
          ),
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          invocations: {
            type: "array",
            items: object({ executionSuccessful: { type: "boolean" } }, "executionSuccessful"),
          },
          results: {
            type: "array",
            items: object(
              {
                ruleId: text,
                ruleIndex: index,
                level: { enum: ["none", "note", "warning", "error"] },
                message: object({ text }, "text"),
                partialFingerprints: { type: "object", additionalProperties: text },
                locations: {
                  type: "array",
                  items: object({
                    physicalLocation: object({
                      artifactLocation: object({
                        uri: { type: "string", format: "uri-reference" },
                      }),
                      region: object({ startLine: position, startColumn: position }),
                    }),
                    logicalLocations: {
                      type: "array",
                      uniqueItems: true,
                      items: object({ fullyQualifiedName: text }),
                    },
                  }),
                },
              },
              "message",
            ),
          },
        },
        "tool",
      ),
    },
  },
  "version",
  "runs",
);
