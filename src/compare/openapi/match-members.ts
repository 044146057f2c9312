import type { JsonNode } from "./json-node.ts";
import { asText } from "./json-node.ts";
import type { SchemaView } from "./schema-view.ts";
import { isSameSchema } from "./schema-view.ts";

/** A member of `oneOf`, `anyOf` or `allOf`. */
export interface Member {
  readonly node: JsonNode;
  readonly view: SchemaView;
  /** How messages and subjects call it: the name of the shared schema, a title, or its number. */
  readonly name: string;
}

export interface MatchedMembers {
  readonly kept: readonly { readonly base: Member; readonly head: Member }[];
  readonly removed: readonly Member[];
  readonly added: readonly Member[];
}

/**
 * Which members are the same ones: by the name of the shared schema, by what they say, by title,
 * then by order, since a list has no keys.
 */
export function matchMembers(
  base: readonly JsonNode[],
  head: readonly JsonNode[],
  views: {
    readonly base: (node: JsonNode) => SchemaView;
    readonly head: (node: JsonNode) => SchemaView;
  },
): MatchedMembers {
  let removed = base.map((node, index) => toMember(node, views.base(node), index));
  let added = head.map((node, index) => toMember(node, views.head(node), index));
  const kept: { base: Member; head: Member }[] = [];

  function pair(isSame: (a: Member, b: Member) => boolean): void {
    for (const one of removed) {
      const other = added.find((candidate) => isSame(one, candidate));
      if (other === undefined) continue;
      kept.push({ base: one, head: other });
      added = added.filter((member) => member !== other);
    }
    removed = removed.filter((member) => !kept.some((match) => match.base === member));
  }

  pair((a, b) => a.view.component !== undefined && a.view.component === b.view.component);
  pair((a, b) => isSameSchema(a.view.value, b.view.value));
  pair((a, b) => titleOf(a) !== undefined && titleOf(a) === titleOf(b));
  pair(
    (a, b) => isInline(a) && isInline(b) && titleOf(a) === undefined && titleOf(b) === undefined,
  );
  return { kept, removed, added };
}

function toMember(node: JsonNode, view: SchemaView, index: number): Member {
  const name = view.component?.split("/").at(-1) ?? asText(view.value["title"]);
  return { node, view, name: name ?? `#${index + 1}` };
}

function titleOf({ view }: Member): string | undefined {
  return asText(view.value["title"]);
}

function isInline({ view }: Member): boolean {
  return view.component === undefined;
}
