import type { Deployable, Design, Store } from "../../design/design.ts";

/** What the loss of one part does to the deployables. */
export interface Outage {
  readonly name: string;
  readonly kind: string;
  /** What cannot answer any more, through others too. */
  readonly fails: readonly Deployable[];
  /** What goes on with less. */
  readonly degrades: readonly Deployable[];
  /** Instances or copies that have to be lost for it; 0 where the Design does not say. */
  readonly copies: number;
  /** What the Design says happens; of a store, what it did. */
  readonly consequences: readonly string[];
}

/** One outage per part that something depends on: external systems, stores, deployables. */
export function outages(design: Design): readonly Outage[] {
  const { system } = design;
  const external = system.actors.filter(({ kind }) => kind === "external-system");
  return [
    ...external.map(({ id, name }) => dependencyOutage(design, id, name, "external system")),
    ...system.stores.map((store) => storeOutage(design, store)),
    ...system.deployables.map(({ id, name, kind }) => dependencyOutage(design, id, name, kind)),
  ].filter(({ fails, degrades }) => fails.length + degrades.length > 0);
}

function dependencyOutage(design: Design, id: string, name: string, kind: string): Outage {
  const { fails, degrades } = spread(design, new Set([id]));
  const consequences = design.system.deployables.flatMap(({ dependencies }) =>
    dependencies.filter(({ on }) => on === id).map(({ reason }) => reason),
  );
  const copies = design.system.deployment.nodes
    .filter(({ hosts }) => hosts === id)
    .reduce((sum, { replicas }) => sum + replicas, 0);
  return { name, kind, copies, fails, degrades, consequences: [...new Set(consequences)] };
}

/** As in the availability plan: without its rows or objects a context answers nothing. */
function storeOutage(design: Design, store: Store): Outage {
  const users = design.system.deployables.filter(({ contexts }) =>
    contexts.some((id) => store.contexts.includes(id)),
  );
  const isVital = store.kind === "relational" || store.kind === "object";
  const { name, kind, purpose, replicas } = store;
  const outage = { name, kind, copies: 1 + replicas, consequences: [purpose] };
  if (!isVital) return { ...outage, fails: [], degrades: users };
  const { fails, degrades } = spread(design, new Set(users.map(({ id }) => id)));
  return { ...outage, fails: [...users, ...fails], degrades };
}

/** Follows synchronous dependencies that a deployable cannot do without, backwards. */
function spread(
  { system }: Design,
  gone: ReadonlySet<string>,
): { readonly fails: readonly Deployable[]; readonly degrades: readonly Deployable[] } {
  const down = new Set(gone);
  const fails: Deployable[] = [];
  for (let found = true; found;) {
    const next = system.deployables.filter(
      ({ id, dependencies }) =>
        !down.has(id) &&
        dependencies.some(
          ({ on, mode, degradable }) => mode === "sync" && !degradable && down.has(on),
        ),
    );
    for (const deployable of next) down.add(deployable.id);
    fails.push(...next);
    found = next.length > 0;
  }
  const degrades = system.deployables.filter(
    ({ id, dependencies }) => !down.has(id) && dependencies.some(({ on }) => down.has(on)),
  );
  return { fails, degrades };
}
