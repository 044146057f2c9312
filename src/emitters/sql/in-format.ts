import type { Artifact } from "../../artifacts/artifact.ts";
import type { MigrationFormat } from "../../design/migration-format.ts";
import { joinDirections } from "../../sql/plain-history.ts";

const NAME = /^(.*\/)(\d{4})_(\w+)\.(up\.sql|down\.sql|pre\.sql|post\.sql|schema\.json)$/;

/** The migrations among the artifacts as the files of a runner; the same SQL in each form. */
export function inFormat(
  format: MigrationFormat,
  artifacts: readonly Artifact[],
): readonly Artifact[] {
  switch (format) {
    case "golang-migrate":
      return artifacts;
    case "dbmate":
      return artifacts.flatMap((artifact) => forDbmate(artifact, artifacts));
    case "flyway":
      return artifacts.flatMap(forFlyway);
    default:
      return format satisfies never;
  }
}

/** Both directions in one file. */
function forDbmate(artifact: Artifact, all: readonly Artifact[]): readonly Artifact[] {
  const [, folder, number, title, ending] = NAME.exec(artifact.path) ?? [];
  const base = `${folder}${number}_${title}`;
  switch (ending) {
    case "up.sql": {
      const down = all.find(({ path }) => path === `${base}.down.sql`);
      if (down === undefined) return [artifact];
      const text = joinDirections(artifact.text, down.text);
      const lines = artifact.text.split("\n").length;
      return [
        {
          ...artifact,
          path: `${base}.sql`,
          text,
          origins: [...shifted(artifact, 1), ...shifted(down, lines + 2)],
        },
      ];
    }
    case "down.sql":
      return all.some(({ path }) => path === `${base}.up.sql`) ? [] : [artifact];
    case "pre.sql":
    case "post.sql":
      return [{ ...artifact, path: artifact.path.replace(/\.sql$/, ".check") }];
    default:
      return [artifact];
  }
}

/** Versioned and undo scripts; each says itself what is a transaction, so the runner opens none. */
function forFlyway(artifact: Artifact): readonly Artifact[] {
  const [, folder, number, title, ending] = NAME.exec(artifact.path) ?? [];
  if (ending === undefined) return [artifact];
  const kind = ending === "down.sql" ? "U" : "V";
  const base = `${folder}${kind}${number}__${title}`;
  if (ending === "schema.json") return [{ ...artifact, path: `${base}.schema.json` }];
  if (ending === "pre.sql" || ending === "post.sql") {
    return [{ ...artifact, path: `${base}.${ending.replace(/\.sql$/, ".check")}` }];
  }
  const { context } = artifact;
  return [
    { ...artifact, path: `${base}.sql` },
    {
      path: `${base}.sql.conf`,
      kind: "sql-runner",
      text: "executeInTransaction=false\n",
      ...(context === undefined ? {} : { context }),
      origins: [],
    },
  ];
}

function shifted({ origins }: Artifact, by: number): Artifact["origins"] {
  return origins.map((origin) =>
    "line" in origin.locator
      ? { ...origin, locator: { ...origin.locator, line: origin.locator.line + by } }
      : origin,
  );
}
