type Node = Readonly<Record<string, unknown>>;

interface Lint {
  readonly bytes: number;
  readonly optional: number;
  readonly unions: number;
  readonly problems: readonly string[];
}

const ALLOWED = new Set([
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
  "const",
  "anyOf",
  "$ref",
  "$defs",
  "description",
  "title",
]);

/** What the API says of a schema that it refuses; definitions count wherever they are used. */
export function lintWireSchema(root: unknown): Lint {
  const problems: string[] = [];
  let optional = 0;
  let unions = 0;
  const definitions = record(record(root)["$defs"]);

  function visit(value: unknown, path: string, open: readonly string[]): void {
    const node = record(value);
    for (const key of Object.keys(node)) {
      if (!ALLOWED.has(key)) {
        problems.push(`output_config.format.schema${path}: property '${key}' is not supported`);
      }
    }
    if (typeof node["$ref"] === "string") {
      const name = node["$ref"].replace(/^#\/\$defs\//, "");
      if (open.includes(name)) problems.push(`${path}: recursive schemas are not supported`);
      else if (definitions[name] === undefined) problems.push(`${path}: no definition ${name}`);
      else visit(definitions[name], path, [...open, name]);
      return;
    }
    if (Array.isArray(node["anyOf"])) {
      unions += 1;
      for (const [index, option] of node["anyOf"].entries()) {
        visit(option, `${path}.anyOf[${index}]`, open);
      }
    } else if (Array.isArray(node["type"])) unions += 1;
    else if (typeof node["type"] !== "string") problems.push(`${path}: there is no type`);
    if (node["type"] === "object") {
      if (node["additionalProperties"] !== false) {
        problems.push(
          `${path}: For 'object' type, 'additionalProperties' must be explicitly set to false`,
        );
      }
      const required = Array.isArray(node["required"]) ? node["required"] : [];
      for (const [key, property] of Object.entries(record(node["properties"]))) {
        if (!required.includes(key)) optional += 1;
        visit(property, `${path}.${key}`, open);
      }
    }
    if (node["type"] === "array") visit(node["items"], `${path}[]`, open);
  }

  visit(root, "", []);
  if (record(root)["type"] !== "object") problems.push("the root must be an object");
  if (optional > 24) problems.push("Schema is too complex for compilation: optional parameters");
  if (unions > 16) problems.push("Schema is too complex for compilation: union types");
  return { bytes: JSON.stringify(root).length, optional, unions, problems };
}

function record(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Node)
    : {};
}
