import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Artifact } from "../../src/artifacts/artifact.ts";
import { createDescribeColumn } from "../../src/checks/artifacts/migrations/describe-column.ts";
import { contextFiles } from "../../src/checks/artifacts/migrations/context-files.ts";
import type { Database } from "../../src/engines/database.ts";
import { createPostgresqlEngine } from "../../src/checks/artifacts/migrations/engines/postgresql-engine.ts";
import type { ProofEngine } from "../../src/checks/artifacts/migrations/proof-engine.ts";
import { proveContext } from "../../src/checks/artifacts/migrations/prove-context.ts";
import type { DatabaseEngine } from "../../src/design/database-engine.ts";
import { emptyDesign } from "../../src/design/empty-design.ts";
import type { ContextDesign, Design, Entity } from "../../src/design/design.ts";
import { contextDesignSchema } from "../../src/design/schema/context-design.ts";
import { systemSchema } from "../../src/design/schema/system.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { EmitOptions } from "../../src/emitters/emitter.ts";
import { sqlEmitter } from "../../src/emitters/sql/emitter.ts";
import type { Host } from "../../src/host/host.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { MigrationHistory } from "../../src/sql/migration-history.ts";

/** What a test says about an entity; the rest is filled in. */
export type EntitySketch = Omit<Partial<Entity>, "fields"> & {
  readonly id: string;
  readonly fields?: readonly FieldSketch[];
};
export type FieldSketch = { readonly id: string; readonly [key: string]: unknown };

/** A Design with one context `shop` whose entities live in PostgreSQL. */
export function sketchDesign(...entities: readonly EntitySketch[]): Design {
  const empty = emptyDesign();
  const system = systemSchema.parse({
    ...empty.system,
    contexts: [{ id: "shop", name: "Shop", purpose: "Sells.", classification: "core" }],
    stores: [
      {
        id: "main",
        name: "Main",
        kind: "relational",
        engine: "postgresql",
        purpose: "Keeps rows.",
        replicas: 0,
      },
      {
        id: "other",
        name: "Other",
        kind: "cache",
        engine: "redis",
        purpose: "Keeps copies.",
        replicas: 0,
      },
    ],
  });
  return { system, contexts: [sketchContext(entities)] };
}

function sketchContext(entities: readonly EntitySketch[]): ContextDesign {
  return contextDesignSchema.parse({
    context: "shop",
    entities: entities.map((entity) => ({
      name: entity.id,
      description: `Rows of ${entity.id}.`,
      store: "main",
      primaryKey: ["id"],
      rows: { value: 10, basis: "stated" },
      ...entity,
      fields: [
        ...(entity.fields?.some(({ id }) => id === "id")
          ? []
          : [{ id: "id", name: "id", type: "uuid" }]),
        ...(entity.fields ?? []).map((field) => ({ name: field.id, type: "text", ...field })),
      ],
    })),
  });
}

export function emitOptions(history: MigrationHistory = new Map()): EmitOptions {
  return {
    openapi: "3.1",
    migrations: "golang-migrate",
    templates: new Map(),
    history,
    accessPlans: new Map(),
    provenance: { architect: "rules", fallbacks: [], requirements: [] },
  };
}

/** The artifacts of the designs in turn, each with the migrations before it committed. */
export function evolve(...designs: readonly Design[]): readonly Artifact[] {
  let artifacts: readonly Artifact[] = [];
  for (const design of designs) {
    artifacts = sqlEmitter.emit(design, emitOptions(historyOf(artifacts))).artifacts;
  }
  return artifacts;
}

/** What is committed after a run. */
export function historyOf(artifacts: readonly Artifact[]): MigrationHistory {
  const history = new Map<string, Map<string, string>>();
  for (const { path, context, text } of artifacts) {
    const name = /\/migrations\/([^/]+)$/.exec(path)?.[1];
    if (context === undefined || name === undefined) continue;
    history.set(context, (history.get(context) ?? new Map<string, string>()).set(name, text));
  }
  return history;
}

/** Finds an artifact by the end of its path. */
export function textOf(artifacts: readonly Artifact[], ending: string): string {
  const found = artifacts.filter(({ path }) => path.endsWith(ending));
  if (found.length !== 1) throw new Error(`${found.length} artifacts end with ${ending}`);
  return found[0]?.text ?? "";
}

/** The artifacts with the text of one changed by hand. */
export function tamper(
  artifacts: readonly Artifact[],
  ending: string,
  change: (text: string) => string,
): readonly Artifact[] {
  const before = textOf(artifacts, ending);
  if (change(before) === before) throw new Error(`nothing changed in ${ending}`);
  return artifacts.map((artifact) =>
    artifact.path.endsWith(ending) ? { ...artifact, text: change(artifact.text) } : artifact,
  );
}

/** A machine whose cache is shared by the tests and by nothing else. */
export function testHost(): Host {
  const folder = join(tmpdir(), "groundplan-tests");
  mkdirSync(folder, { recursive: true });
  const host = createNodeHost({ quiet: true });
  return { ...host, env: { ...host.env, GROUNDPLAN_CACHE: folder } };
}

export function prove(
  database: Database,
  design: Design,
  artifacts: readonly Artifact[],
): Promise<readonly Diagnostic[]> {
  return proveOn(createPostgresqlEngine(database), design, artifacts);
}

/** On any engine. */
export async function proveOn(
  engine: ProofEngine,
  design: Design,
  artifacts: readonly Artifact[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const files of contextFiles(artifacts)) {
    found.push(...(await proveContext(engine, files, createDescribeColumn(design))));
  }
  return found;
}

/** The design with every relational store on an engine. */
export function onEngine(design: Design, engine: DatabaseEngine): Design {
  const { system } = design;
  const stores = system.stores.map((store) =>
    store.kind === "relational" ? { ...store, engine } : store,
  );
  return { ...design, system: { ...system, stores } };
}
