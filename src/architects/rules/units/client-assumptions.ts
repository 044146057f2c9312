import type { System } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { ActorPlan, DomainModel } from "../domain-model.ts";
import { listed } from "../listed.ts";

/** What the text leaves open of who calls with what, and how they prove it. */
export function clientAssumptions(
  { actors }: DomainModel,
  audiences: System["api"]["audiences"],
  mechanisms: System["auth"]["mechanisms"],
): UnitPart["assumptions"] {
  const people = actors.filter(({ kind }) => kind === "person");
  const unsaid = people.filter(({ clients }) => clients.length === 0);
  const inside = people.filter(({ clients }) => clients.includes("internal"));
  const guessed = mechanisms.filter(
    ({ requirements, kind }) => requirements.length === 0 && kind !== "signature",
  );
  const names = (of: readonly ActorPlan[]) => listed(of.map(({ name }) => name.toLowerCase()));
  const nameOf = (id: string) => audiences.find((audience) => audience.id === id)?.name ?? id;
  return [
    ...guessed.map(({ id, name, kind, audiences: whose }) => ({
      id: kind === "jwt" ? "tokens" : `proof-${id}`,
      text:
        kind === "jwt"
          ? "Callers prove who they are with a JWT access token."
          : `${listed(whose.map(nameOf))} prove who they are with ${name}.`,
      reason:
        kind === "jwt"
          ? "The requirements name no mechanism; a signed token needs no shared session store."
          : "The requirements name no mechanism for callers without a person; each has credentials that can be revoked alone.",
    })),
    ...(unsaid.length === 0 || audiences.length < 2
      ? []
      : [
          {
            id: "clients",
            text: `Which client ${names(unsaid)} ${unsaid.length === 1 ? "uses" : "use"} is not said; any of the product's own may call for them.`,
            reason: "The requirements tell what they do, not with what.",
          },
        ]),
    ...(inside.length === 0
      ? []
      : [
          {
            id: "internal-clients",
            text: `What only ${names(inside)} may do is for internal clients.`,
            reason: "Who runs the product does not work with the clients of those who use it.",
          },
        ]),
  ];
}
