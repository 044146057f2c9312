import type { Direction } from "./change-place.ts";
import type { Resolver } from "./create-resolver.ts";
import { asList, asObject, asText, childOf, entriesOf, itemsOf, property } from "./json-node.ts";
import type { JsonNode, JsonObject } from "./json-node.ts";
import type { SpecDocument } from "./spec-document.ts";

/** An operation where a document describes it. */
export interface FoundOperation {
  /** The same for a path whose parameters have other names: `GET /pets/{}`. */
  readonly key: string;
  /** `GET /pets/{id}` */
  readonly name: string;
  readonly node: JsonNode;
  readonly value: JsonObject;
  /** Nodes of parameters; the operation's own come first. */
  readonly parameters: readonly JsonNode[];
  /** Names of the parameters in the path, in their order. */
  readonly segments: readonly string[];
  /** What a client's request is here: the other way round where the service calls the client. */
  readonly direction: Direction;
  readonly security: readonly ReadonlySet<string>[];
}

const METHODS: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);

/** Every operation of a document by key: paths, webhooks and callbacks. */
export function collectOperations(
  { root }: SpecDocument,
  resolve: Resolver,
): ReadonlyMap<string, FoundOperation> {
  const found = new Map<string, FoundOperation>();
  const document: JsonNode = { value: root, pointer: "" };
  for (const [path, node] of entriesOf(childOf(document, "paths"))) {
    collectItem(path, node, "request", "");
  }
  for (const [name, node] of entriesOf(childOf(document, "webhooks"))) {
    collectItem(name, node, "response", "webhook ");
  }
  return found;

  function collectItem(path: string, given: JsonNode, direction: Direction, prefix: string): void {
    const item = resolve(given);
    if (item === undefined) return;
    const shared = itemsOf(childOf(item, "parameters"));
    for (const [method, node] of entriesOf(item)) {
      const value = asObject(node.value);
      if (value === undefined || !METHODS.has(method)) continue;
      const name = `${prefix}${method.toUpperCase()} ${path}`;
      const exact = `${prefix}${method.toUpperCase()} ${path.replace(/\{[^{}/]*\}/g, "{}")}`;
      const key = found.has(exact) ? name : exact;
      found.set(key, {
        key,
        name,
        node,
        value,
        parameters: [...itemsOf(childOf(node, "parameters")), ...shared],
        segments: [...path.matchAll(/\{([^{}/]*)\}/g)].map(([, segment = ""]) => segment),
        direction,
        security: alternativesOf(property(value, "security") ?? property(root, "security")),
      });
      if (prefix !== "") continue;
      for (const [title, callback] of entriesOf(childOf(node, "callbacks"))) {
        const resolved = resolve(callback);
        for (const [expression, inner] of resolved === undefined ? [] : entriesOf(resolved)) {
          collectItem(expression, inner, "response", `${name} callback ${title} `);
        }
      }
    }
  }
}

function alternativesOf(value: unknown): readonly ReadonlySet<string>[] {
  return asList(value).map((requirement) => {
    const schemes = Object.entries(asObject(requirement) ?? {});
    return new Set(
      schemes.flatMap(([scheme, scopes]) => [
        scheme,
        ...asList(scopes).map((scope) => `${scheme}:${asText(scope) ?? ""}`),
      ]),
    );
  });
}
