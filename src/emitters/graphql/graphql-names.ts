import { toPascal, uniqueName, wordsOf } from "../../util/naming.ts";
import { scalarNames } from "./scalar-of.ts";

/** Names that are unique over all subgraphs, since a supergraph has one space of names. */
export interface GraphqlNames {
  /** The name of a type; the same key gets the same name again. */
  type(key: string, wanted: string, context: string): string;
  /** The name of a field of `Query`, `Mutation` or `Subscription`. */
  rootField(root: string, key: string, wanted: string, context: string): string;
}

const RESERVED = [
  "Query",
  "Mutation",
  "Subscription",
  "PageInfo",
  "Problem",
  "ProblemCode",
  "String",
  "Int",
  "Float",
  "Boolean",
  "ID",
];

export function createGraphqlNames(): GraphqlNames {
  const types = new Set([...RESERVED, ...scalarNames]);
  const fields = new Set<string>();
  const known = new Map<string, string>();

  function choose(key: string, taken: Set<string>, wanted: string, longer: string): string {
    const before = known.get(key);
    if (before !== undefined) return before;
    const name = taken.has(wanted) ? uniqueName(longer, taken, "") : wanted;
    taken.add(name);
    known.set(key, name);
    return name;
  }

  return {
    type(key, wanted, context) {
      return choose(`type ${key}`, types, wanted, `${toPascal(context)}${wanted}`);
    },
    rootField(root, key, wanted, context) {
      const owner = toPascal(context);
      const longer = `${owner.charAt(0).toLowerCase()}${owner.slice(1)}${wanted.charAt(0).toUpperCase()}${wanted.slice(1)}`;
      const own = new Set([...fields].flatMap((field) => field.split(`${root}.`).slice(1)));
      const name = choose(`${root} ${key}`, own, wanted, longer);
      fields.add(`${root}.${name}`);
      return name;
    },
  };
}

/** The name of an element for a type; its id where the name has no Latin letter. */
export function typeBase({ id, name }: { readonly id: string; readonly name: string }): string {
  return toPascal(wordsOf(name).length === 0 ? id : name);
}
