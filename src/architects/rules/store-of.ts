import type { Design, Store } from "../../design/design.ts";

/** The store of a kind that serves a context. */
export function storeOf(
  { system }: Design,
  context: string,
  kind: Store["kind"],
): Store | undefined {
  return system.stores.find((store) => store.kind === kind && store.contexts.includes(context));
}
