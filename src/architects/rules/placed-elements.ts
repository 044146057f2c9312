import type { Actor, Deployable, Design, Entity, Store } from "../../design/design.ts";
import type { OwnedOperation } from "../../design/operations-of.ts";

/** The entity an operation is about. */
export function entityOf({ context, operation }: OwnedOperation): Entity | undefined {
  return context.entities.find(({ id }) => id === operation.entity);
}

/** The deployable that answers for a context: a service before a worker. */
export function hostOf({ system }: Design, context: string): Deployable | undefined {
  const hosts = system.deployables.filter(({ contexts }) => contexts.includes(context));
  return hosts.find(({ kind }) => kind === "service") ?? hosts[0];
}

/** Where calls from outside arrive: the gateway, or the host itself. */
export function entryOf(design: Design, context: string): Deployable | undefined {
  return (
    design.system.deployables.find(({ kind }) => kind === "gateway") ?? hostOf(design, context)
  );
}

export function storeOf(
  { system }: Design,
  context: string,
  kind: Store["kind"],
): Store | undefined {
  return system.stores.find((store) => store.kind === kind && store.contexts.includes(context));
}

/** The actor whose requirements an operation satisfies; a person where there are several. */
export function actorOf({ system }: Design, requirements: readonly string[]): Actor | undefined {
  const actors = system.actors.filter((actor) =>
    actor.requirements.some((id) => requirements.includes(id)),
  );
  const people = system.actors.filter(({ kind }) => kind === "person");
  return actors.find(({ kind }) => kind === "person") ?? people[0] ?? actors[0];
}

/** Ids of the requirements in scope whose text matches, in document order. */
export function citing({ system }: Design, pattern: RegExp): readonly string[] {
  return system.requirements
    .filter(({ scope, text, name }) => scope === "in" && pattern.test(`${name}\n${text}`))
    .map(({ id }) => id);
}

/** Texts of requirements by id. */
export function textOf({ system }: Design, ids: readonly string[]): string {
  return system.requirements
    .filter(({ id }) => ids.includes(id))
    .map(({ text }) => text)
    .join("\n");
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** The text cut to the length of a name, at a word. */
export function asName(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= 110) return line;
  return `${line.slice(0, 110).replace(/\s+\S*$/, "")} …`;
}
