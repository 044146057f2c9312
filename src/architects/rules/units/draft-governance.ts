import type { Design, System } from "../../../design/design.ts";
import type { Quantity } from "../../../requirements/quantity.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { asName } from "../as-name.ts";

type Governance = System["governance"];

/** Retention as stated, and pipelines where a stream or an OLAP store is there. */
export function draftGovernance(design: Design, quantities: readonly Quantity[]): Governance {
  return { pipelines: draftPipelines(design), retention: draftRetention(design, quantities) };
}

function draftRetention(design: Design, quantities: readonly Quantity[]): Governance["retention"] {
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
    const named = entities.filter(({ entity }) =>
      mentions((scope ?? "").toLowerCase(), entity.name),
    );
    const meant =
      named.length > 0
        ? named
        : entities.filter(({ entity }) => mentions(clause.toLowerCase(), entity.name));
    const action = /\b(?:delet|remov|purg|erase)/i.test(clause)
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
            : `Retention: ${clause}`,
        ),
        entities: meant.map(({ key }) => key),
        days: Math.ceil(value),
        action,
        reason: `Stated: ${clause}`,
        requirements: [requirement.id],
      },
    ];
  });
}

/** The part of a statement that speaks of something. */
function clauseAround(statement: string, words: string): string {
  const clauses = statement.split(/[;.](?:\s|$)/);
  const found = clauses.find((clause) => clause.toLowerCase().includes(words.toLowerCase()));
  return found?.trim() ?? statement;
}

function mentions(words: string, name: string): boolean {
  const noun = RegExp.escape(name.toLowerCase()).replace(/y$/, "(?:y|ies)");
  return new RegExp(`\\b${noun}(?:s|es)?\\b`, "u").test(words);
}

function draftPipelines({ system }: Design): Governance["pipelines"] {
  const olap = system.stores.find(({ kind }) => kind === "olap");
  if (olap === undefined) return [];
  const streams = system.stores.filter(({ kind }) => kind === "stream");
  const sources =
    streams.length > 0 ? streams : system.stores.filter(({ kind }) => kind === "relational");
  return sources.map((source) => ({
    id: `${source.id}-to-${olap.id}`.slice(0, 64).replace(/-+$/, ""),
    name: asName(`${source.name} to ${olap.name}`),
    kind: source.kind === "stream" ? ("stream" as const) : ("change-data-capture" as const),
    source: source.id,
    sink: olap.id,
    description: `Rows of ${source.name} are loaded into ${olap.name} in the order of their keys; a load can be repeated without doubling rows.`,
    ...(source.kind === "stream" ? { windowSeconds: 60, latenessSeconds: 300 } : {}),
    requirements: olap.requirements,
  }));
}
