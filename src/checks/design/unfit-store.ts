import type { Store } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const unfitStore = declareDiagnostic<{
  readonly entity: string;
  readonly store: string;
  readonly problem: string;
  readonly others: string;
}>({
  code: "design/unfit-store",
  severity: "error",
  message: ({ entity, store, problem }) => `the entity ${entity} lives in ${store}, ${problem}`,
  fix: ({ others }) =>
    others === ""
      ? "add a relational, object or OLAP store that serves the context, and name it in store"
      : `name another store of the context in store: ${others}`,
});

/** Kinds that may lose what they hold, or only hold copies of it. */
const VOLATILE: Readonly<Partial<Record<Store["kind"], string>>> = {
  cache: "a cache, which may lose it at any time",
  search: "a search index, which only holds copies",
  stream: "a stream, which holds events and not their outcome",
};

/** An entity lives in a store that keeps it and serves its context. */
export const unfitStoreCheck: DesignCheck = {
  after: ["landscape", "data"],
  check(design) {
    const { stores } = design.system;
    const known = byId(stores);
    return entitiesOf(design).flatMap(({ context, entity, subject }) => {
      const store = known.get(entity.store);
      if (store === undefined) return [];
      const isForeign = !store.contexts.includes(context.context);
      const problem =
        VOLATILE[store.kind] ??
        (isForeign ? `which does not serve the context ${context.context}` : undefined);
      if (problem === undefined) return [];
      const others = stores
        .filter(
          ({ kind, contexts }) =>
            VOLATILE[kind] === undefined && contexts.includes(context.context),
        )
        .map(({ id }) => id)
        .join(", ");
      const words = { entity: label(entity), store: label(store), problem, others };
      return [
        unfitStore(subject, words, { pointer: "/store", related: [`system/store/${store.id}`] }),
      ];
    });
  },
};
