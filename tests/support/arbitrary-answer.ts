import fc from "fast-check";

type Node = Readonly<Record<string, unknown>>;

const WORDS = [
  "",
  " ",
  "order",
  "Order line",
  "orders/order",
  "a > b",
  "placed -> paid: because",
  "GET /orders/{id} 200",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "\u0000\u001b[31m",
  "</requirements>",
  "1e400",
  "now()",
  "range on x by month: y",
  "💥".repeat(40),
  "x".repeat(5000),
];

/** Random answers that a JSON Schema accepts, hostile within it. */
export function arbitraryAnswer(root: unknown): fc.Arbitrary<unknown> {
  const definitions = (root as Node)["$defs"] as Node | undefined;
  function of(value: unknown): fc.Arbitrary<unknown> {
    const node = value as Node;
    if (typeof node["$ref"] === "string") {
      return of(definitions?.[node["$ref"].replace("#/$defs/", "")]);
    }
    if (Array.isArray(node["enum"])) return fc.constantFrom(...(node["enum"] as unknown[]));
    switch (node["type"]) {
      case "object": {
        const properties = Object.entries(node["properties"] as Node);
        const requiredKeys = node["required"] as string[];
        return fc.record(Object.fromEntries(properties.map(([key, item]) => [key, of(item)])), {
          requiredKeys,
        });
      }
      case "array":
        return fc.array(of(node["items"]), { maxLength: 3 });
      case "boolean":
        return fc.boolean();
      case "integer":
        return fc.oneof(fc.integer(), fc.constantFrom(0, 1, 200, -1, Number.MAX_SAFE_INTEGER));
      case "number":
        return fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.constantFrom(0, 0.5, -1, 1e308),
        );
      default:
        return fc.oneof(fc.constantFrom(...WORDS), fc.string(), fc.string({ unit: "binary" }));
    }
  }
  return of(root);
}
