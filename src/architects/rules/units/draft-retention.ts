import type { Design, Entity, System } from "../../../design/design.ts";
import type { Quantity } from "../../../requirements/quantity.ts";
import type { OwnedEntity } from "../../../design/entities-of.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { asName } from "../as-name.ts";

type Governance = System["governance"];

/** How long data stays, as stated. */
export function draftRetention(
  design: Design,
  quantities: readonly Quantity[],
): Governance["retention"] {
  const entities = entitiesOf(design);
  const known = new Map(
    design.system.requirements.map((requirement) => [requirement.id, requirement]),
  );
  const stated = quantities.filter(
    ({ metric, unit, thirdParty, value }) =>
      metric === "retention" && unit === "days" && !thirdParty && value >= 1,
  );
  return stated.flatMap(({ requirementId, value, text, scope }, index) => {
    const requirement = known.get(requirementId);
    if (requirement === undefined || requirement.scope !== "in") return [];
    const clause = clauseAround(requirement.text, scope ?? text);
    const named = entities.filter(({ entity }) => mentions((scope ?? "").toLowerCase(), entity));
    const folded = foldedInto(requirement.text, requirementId, index, stated, entities);
    const meant =
      folded?.entities ??
      (named.length > 0
        ? named
        : entities.filter(({ entity }) => mentions(clause.toLowerCase(), entity)));
    const stream =
      meant.length === 0 && /\b(?:streams?|topics?|kafka)\b/i.test(clause)
        ? design.system.stores.find(({ kind }) => kind === "stream")
        : undefined;
    const action =
      folded?.isRaw === true || /\b(?:delet|remov|purg|erase)/i.test(clause) || stream !== undefined
        ? "delete"
        : /\banonymi/i.test(clause)
          ? "anonymise"
          : "archive";
    return [
      {
        id: `retention-${index + 1}`,
        name: asName(
          meant.length > 0
            ? `Retention of ${meant.map(({ entity }) => entity.name.toLowerCase()).join(", ")}`
            : stream === undefined
              ? `Retention: ${clause}`
              : `Retention of ${stream.name.toLowerCase()}`,
        ),
        entities: meant.map(({ key }) => key),
        ...(stream === undefined ? {} : { store: stream.id }),
        days: Math.ceil(value),
        action,
        reason: `Stated: ${clause}`,
        requirements: [requirement.id],
      },
    ];
  });
}

/** "90 days raw, then 2 years aggregated": the rows go, and what was made of them stays. */
function foldedInto(
  text: string,
  requirement: string,
  index: number,
  stated: readonly Quantity[],
  entities: readonly OwnedEntity[],
): { readonly entities?: readonly OwnedEntity[]; readonly isRaw: boolean } | undefined {
  if (!/\bthen\b[^.]*\b(?:aggregat|summar|roll)/i.test(text)) return undefined;
  const aggregates = entities.filter(({ entity }) => entity.analytics?.role === "aggregate");
  const last = stated.findLastIndex(({ requirementId }) => requirementId === requirement);
  if (index !== last) return { isRaw: true };
  return aggregates.length === 0 ? undefined : { entities: aggregates, isRaw: false };
}

/** The part of a statement that speaks of something. */
function clauseAround(statement: string, words: string): string {
  const clauses = statement.split(/[;.](?:\s|$)/);
  const found = clauses.find((clause) => clause.toLowerCase().includes(words.toLowerCase()));
  return found?.trim() ?? statement;
}

/** "Fact rides" are the rows of fact ride, and so are "ride facts". */
function mentions(words: string, { name, analytics }: Entity): boolean {
  const own = name.toLowerCase();
  const names = analytics === undefined ? [own] : [own, own.replace(/^(fact) (.+)$/, "$2 $1")];
  return names.some((one) => {
    const noun = RegExp.escape(one).replace(/y$/, "(?:y|ies)");
    return new RegExp(`\\b${noun}(?:s|es)?\\b`, "u").test(words);
  });
}
