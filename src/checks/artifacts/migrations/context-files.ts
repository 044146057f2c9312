import type { Artifact } from "../../../artifacts/artifact.ts";
import { sortedBy } from "../../../util/order.ts";
import type { RelationalModel } from "../../../sql/relational-model.ts";
import { splitDirections } from "../../../sql/plain-history.ts";
import { readSnapshot } from "../../../sql/snapshot.ts";

/** One migration: its two directions and the schema after it. */
export interface MigrationFiles {
  readonly up: Artifact;
  readonly down?: Artifact;
  /** Queries that return rows where the migration must not run yet, or has not done its work. */
  readonly pre?: Artifact;
  readonly post?: Artifact;
  readonly model?: RelationalModel;
}

/** The database files of one context. */
export interface ContextFiles {
  readonly context: string;
  readonly schema?: Artifact;
  readonly migrations: readonly MigrationFiles[];
  readonly checks: readonly Artifact[];
  readonly maintenance: readonly Artifact[];
}

/** Sorts the SQL artifacts of a package by context, migrations in the order of their numbers. */
export function contextFiles(artifacts: readonly Artifact[]): readonly ContextFiles[] {
  const contexts = [
    ...new Set(artifacts.flatMap(({ kind, context }) => (isSql(kind) && context ? [context] : []))),
  ];
  return contexts.map((context) => {
    const own = artifacts.filter((artifact) => artifact.context === context);
    const byPath = new Map(own.map((artifact) => [artifact.path, artifact]));
    const schema = own.find(({ kind }) => kind === "sql-schema");
    const ups = sortedBy(
      own.filter(({ kind }) => kind === "sql-up"),
      ({ path }) => path,
    );
    return {
      context,
      ...(schema === undefined ? {} : { schema }),
      migrations: ups.map((up) => migrationFiles(up, byPath)),
      checks: own.filter(({ kind }) => kind === "sql-check"),
      maintenance: own.filter(({ kind }) => kind === "sql-maintenance"),
    };
  });
}

function migrationFiles(artifact: Artifact, byPath: ReadonlyMap<string, Artifact>): MigrationFiles {
  const base = artifact.path.replace(/(?:\.up)?\.sql$/, "");
  const of = (...endings: readonly string[]): Artifact | undefined =>
    endings.map((ending) => byPath.get(`${base}${ending}`)).find((found) => found !== undefined);
  const { up, down = of(".down.sql") ?? byPath.get(undoOf(artifact.path)) } = bothWays(artifact);
  const pre = of(".pre.sql", ".pre.check");
  const post = of(".post.sql", ".post.check");
  const text = of(".schema.json")?.text;
  const snapshot = text === undefined ? undefined : readSnapshot(text);
  return {
    up,
    ...(down === undefined ? {} : { down }),
    ...(pre === undefined ? {} : { pre }),
    ...(post === undefined ? {} : { post }),
    ...(snapshot !== undefined && "model" in snapshot ? { model: snapshot.model } : {}),
  };
}

/** `U0001__name.sql` of `V0001__name.sql`. */
function undoOf(path: string): string {
  return path.replace(/\/V(\d+__\w+\.sql)$/, "/U$1");
}

/** A file that holds both directions, as two that each have blank lines for the other's. */
function bothWays(artifact: Artifact): { readonly up: Artifact; readonly down?: Artifact } {
  const { text } = artifact;
  const directions = splitDirections(text);
  if (directions === undefined) return { up: artifact };
  const at = text.length - directions.down.length;
  const blank = (part: string): string => part.replace(/[^\n]/g, "");
  return {
    up: { ...artifact, text: text.slice(0, at) },
    down: { ...artifact, text: blank(text.slice(0, at)) + text.slice(at) },
  };
}

function isSql(kind: Artifact["kind"]): boolean {
  return kind.startsWith("sql-");
}
