import type { Actor, Design } from "../../design/design.ts";

/** The actor whose requirements an operation satisfies; a person where there are several. */
export function actorOf({ system }: Design, requirements: readonly string[]): Actor | undefined {
  const actors = system.actors.filter((actor) =>
    actor.requirements.some((id) => requirements.includes(id)),
  );
  const people = system.actors.filter(({ kind }) => kind === "person");
  return actors.find(({ kind }) => kind === "person") ?? people[0] ?? actors[0];
}
