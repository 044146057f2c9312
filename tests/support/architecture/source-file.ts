import { type Node, parseSync, visitorKeys } from "oxc-parser";

export interface SourceImport {
  readonly specifier: string;
  /** `type` leaves nothing behind at run time; `dynamic` loads when it is reached. */
  readonly kind: "static" | "type" | "dynamic";
  readonly line: number;
}

/** A name or construct, and where it stands. */
export interface Mark {
  readonly name: string;
  readonly line: number;
}

/** What the rules of the architecture look at in one file. */
export interface SourceFile {
  /** Relative to `src`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly SourceImport[];
  /** Named exports. */
  readonly exports: readonly string[];
  /** Free-standing names, and `object.property` where the object is a plain name. */
  readonly names: readonly Mark[];
  /** Node types of the syntax tree. */
  readonly constructs: readonly Mark[];
}

/** Reads one source text. Throws where it does not parse. */
export function readSourceFile(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const names: Mark[] = [];
  const constructs: Mark[] = [];
  const imports: SourceImport[] = [];
  const lineAt = createLineCounter(text);

  walk(program, undefined, (node, parent) => {
    const line = lineAt(node.start);
    constructs.push({ name: node.type, line });
    const specifier = specifierOf(node);
    if (specifier !== undefined) imports.push({ ...specifier, line });
    if (node.type === "Identifier" && isReference(node, parent)) {
      names.push({ name: node.name, line });
    }
    const member = memberOf(node);
    if (member !== undefined) names.push({ name: member, line });
  });
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName }) => exportName.name ?? []),
  );
  return { path, lines: countLines(text), imports, exports, names, constructs };
}

function walk(
  node: Node,
  parent: Node | undefined,
  visit: (node: Node, parent: Node | undefined) => void,
): void {
  visit(node, parent);
  const children = node as unknown as Readonly<Record<string, unknown>>;
  for (const key of visitorKeys[node.type] ?? []) {
    for (const child of [children[key]].flat()) {
      if (isNode(child)) walk(child, node, visit);
    }
  }
}

function specifierOf(node: Node): Omit<SourceImport, "line"> | undefined {
  switch (node.type) {
    case "ImportDeclaration":
      return {
        specifier: node.source.value,
        kind: node.importKind === "type" ? "type" : "static",
      };
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      if (node.source === null) return undefined;
      return {
        specifier: node.source.value,
        kind: node.exportKind === "type" ? "type" : "static",
      };
    case "TSImportType":
      return { specifier: node.source.value, kind: "type" };
    case "ImportExpression":
      return {
        // A computed specifier matches no rule that allows something.
        specifier:
          node.source.type === "Literal" && typeof node.source.value === "string"
            ? node.source.value
            : "(computed)",
        kind: "dynamic",
      };
    default:
      return undefined;
  }
}

function memberOf(node: Node): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  const { property, computed } = node;
  const name =
    !computed && property.type === "Identifier"
      ? property.name
      : property.type === "Literal" && typeof property.value === "string"
        ? property.value
        : undefined;
  if (name === undefined) return undefined;
  return node.object.type === "Identifier" ? `${node.object.name}.${name}` : `.${name}`;
}

/** Not the name of a property or of something that is declared. */
function isReference(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined) return true;
  const holder = parent as unknown as Readonly<Record<string, unknown>>;
  if (holder["property"] === node || holder["key"] === node) {
    return holder["computed"] === true || holder["shorthand"] === true;
  }
  return !/^(Import|Export|TS\w*Signature|TSTypeReference|TSQualifiedName)/.test(parent.type);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function createLineCounter(text: string): (offset: number) => number {
  return (offset) => countLines(text.slice(0, offset + 1));
}

function countLines(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}
