import type { Actor, Design } from "../../design/design.ts";

/** The person, or the system that calls, whose statement an operation satisfies; the first statement that has one counts. */
export function actorOf({ system }: Design, requirements: readonly string[]): Actor | undefined {
  const callers = new Set(system.auth.roles.flatMap(({ actors }) => actors));
  const people = system.actors.filter(({ id, kind }) => kind === "person" || callers.has(id));
  for (const id of requirements) {
    const text = system.requirements.find((requirement) => requirement.id === id)?.text ?? "";
    const own = people.filter((actor) => actor.requirements.includes(id));
    // Who is named first in a statement is who acts: "Only a support agent may refund a buyer".
    const [first] = own.toSorted((a, b) => positionOf(text, a) - positionOf(text, b));
    if (first !== undefined) return first;
  }
  return (
    people[0] ??
    system.actors.find((actor) => actor.requirements.some((id) => requirements.includes(id)))
  );
}

function positionOf(text: string, { name }: Actor): number {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}
