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

function draftPipelines(design: Design): Governance["pipelines"] {
  const { system } = design;
  const olap = system.stores.find(({ kind }) => kind === "olap");
  if (olap === undefined) return [];
  const streams = system.stores.filter(({ kind }) => kind === "stream");
  const tables = system.stores.filter(({ kind }) => kind === "relational");
  const sources = streams.length > 0 ? streams : tables;
  const [stream] = streams;
  const captured = askedFor(design, /\bchange data capture\b|\bCDC\b|\bOLTP\b/i);
  const late = askedFor(design, /\blate\b|\bout of order\b|\bwatermark/i);
  const windows = askedFor(design, /\bwindows? of\b|\bper (?:minute|second|hour)\b/i);
  const repeated = askedFor(design, /\breplay\w*\b|\bre-?process\w*\b|\btwice\b|\bdead-letter\b/i);
  const changes =
    stream === undefined || captured.ids.length === 0
      ? []
      : tables.map((source) => ({
          id: `${source.id}-to-${stream.id}`.slice(0, 64).replace(/-+$/, ""),
          name: asName(`Changes of ${source.name} to ${stream.name}`),
          kind: "change-data-capture" as const,
          source: source.id,
          sink: stream.id,
          description: `Every committed change of a row is published in the order of its key, read from the write-ahead log; no query loads ${source.name}.`,
          requirements: captured.ids,
        }));
  const loads = sources.map((source) => ({
    id: `${source.id}-to-${olap.id}`.slice(0, 64).replace(/-+$/, ""),
    name: asName(`${source.name} to ${olap.name}`),
    kind: source.kind === "stream" ? ("stream" as const) : ("change-data-capture" as const),
    source: source.id,
    sink: olap.id,
    description: `Rows of ${source.name} are loaded into ${olap.name} in the order of their keys; a load can be repeated without doubling rows.${source.kind === "stream" ? " A window is written again when an event of it arrives late; later ones are counted apart and need a replay." : ""}`,
    ...(source.kind === "stream"
      ? {
          windowSeconds: durationIn(windows.text) ?? 60,
          latenessSeconds: durationIn(late.text) ?? 300,
        }
      : {}),
    requirements: [
      ...new Set([...olap.requirements, ...late.ids, ...windows.ids, ...repeated.ids]),
    ],
  }));
  return [...changes, ...loads];
}

interface Stated {
  readonly ids: readonly string[];
  readonly text: string;
}

function askedFor({ system }: Design, pattern: RegExp): Stated {
  const found = system.requirements.filter(
    ({ scope, text }) => scope === "in" && pattern.test(text),
  );
  return { ids: found.map(({ id }) => id), text: found.map(({ text }) => text).join("\n") };
}

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
};

/** "up to 2 hours late", "windows of 1 minute", in seconds. */
function durationIn(text: string): number | undefined {
  const found = /\b(?:up to|within|at most|windows? of) (\d+) (second|minute|hour|day)s?\b/i.exec(
    text,
  );
  const unit = SECONDS[found?.[2]?.toLowerCase() ?? ""];
  return found === null || unit === undefined ? undefined : Number(found[1]) * unit;
}
