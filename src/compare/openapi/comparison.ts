import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ApiPairs, ApiRule, RuleContext } from "./api-rule.ts";
import { apiRules } from "./rules.generated.ts";
import type { ChangePlace, Direction, Owner } from "./change-place.ts";
import type { Resolver } from "./create-resolver.ts";
import { createResolver } from "./create-resolver.ts";
import type { SpecDocument } from "./spec-document.ts";
import type { SchemaView } from "./schema-view.ts";

/** A finding, with the owner it was made for and where in the documents that is. */
export interface OwnedFinding {
  readonly diagnostic: Diagnostic;
  readonly owner: Owner;
  readonly direction: Direction;
  readonly base?: string;
  readonly head?: string;
}

/** Shared schemas of both documents that stand in for each other. */
export interface SharedPair {
  readonly owner: Owner;
  readonly base: SchemaView;
  readonly head: SchemaView;
  readonly direction: Direction;
  readonly isText: boolean;
}

/** What the parts of one comparison of two documents share. */
export interface Comparison {
  readonly base: Resolver;
  readonly head: Resolver;
  readonly found: OwnedFinding[];
  /** Owner of a shared schema → keys of the owners that use it. */
  readonly users: Map<string, Set<string>>;
  /** Shared schemas that are still to be compared; each is compared once for each direction. */
  readonly open: SharedPair[];
  /** Has every rule look at a pair. */
  judge<Kind extends keyof ApiPairs>(kind: Kind, pair: ApiPairs[Kind], place: ChangePlace): void;
  /** Notes that `user` uses a pair of shared schemas. */
  use(user: Owner, pair: Omit<SharedPair, "owner">): void;
}

export function createComparison(
  base: SpecDocument,
  head: SpecDocument,
  context: RuleContext,
): Comparison {
  const found: OwnedFinding[] = [];
  const users = new Map<string, Set<string>>();
  const open: SharedPair[] = [];

  function judge<Kind extends keyof ApiPairs>(
    kind: Kind,
    pair: ApiPairs[Kind],
    place: ChangePlace,
  ): void {
    const { owner, direction, base: was, head: is } = place;
    const pointers = {
      ...(was !== undefined && { base: was }),
      ...(is !== undefined && { head: is }),
    };
    for (const rule of rulesFor(kind)) {
      for (const diagnostic of rule[kind]?.(pair, place, context) ?? []) {
        found.push({ diagnostic, owner, direction, ...pointers });
      }
    }
  }

  function use(user: Owner, pair: Omit<SharedPair, "owner">): void {
    const { base: was, head: is, direction, isText } = pair;
    const [from, to] = [was.component ?? was.pointer, is.component ?? is.pointer];
    const key = [direction, isText ? "text" : "json", from, to].join(" ");
    const known = users.get(key);
    if (known === undefined) {
      const name = from.replace(/^\/components\//, "");
      const renamed = from === to ? "" : `, now \`${to.split("/").at(-1)}\``;
      const label = `schema \`${from.split("/").at(-1)}\`${renamed}`;
      open.push({ owner: { key, name, label }, ...pair });
    }
    users.set(key, (known ?? new Set()).add(user.key));
  }

  return {
    base: createResolver(base.root),
    head: createResolver(head.root),
    found,
    users,
    open,
    judge,
    use,
  };
}

const byKind = new Map<keyof ApiPairs, readonly ApiRule[]>();

function rulesFor(kind: keyof ApiPairs): readonly ApiRule[] {
  const rules = byKind.get(kind) ?? apiRules.filter((rule) => rule[kind] !== undefined);
  byKind.set(kind, rules);
  return rules;
}
