import type { Database } from "../../../../engines/database.ts";
import { queryRows } from "../../../../engines/database.ts";
import { postgresql } from "../../../../sql/dialects/postgresql.ts";
import { measureImpact } from "../measure-impact.ts";
import type { ProofEngine } from "../proof-engine.ts";
import { proveBehaviour } from "../prove-behaviour.ts";
import { proveChecks } from "../prove-checks.ts";
import { proveRows } from "../prove-rows.ts";
import { readCatalogue } from "../read-catalogue.ts";
import { runFile } from "../run-file.ts";

/** PostgreSQL as `openDatabase` gives it. */
export function createPostgresqlEngine(database: Database): ProofEngine {
  return {
    version: "PGlite",
    async startAnew() {
      await queryRows(
        database,
        "RESET ALL; DROP SCHEMA IF EXISTS proof CASCADE; CREATE SCHEMA proof; SET search_path TO proof",
      );
    },
    runFile: (artifact) => runFile(database, artifact),
    readCatalogue: () => readCatalogue(database),
    async proveRules(model, { checks, maintenance }, describe) {
      return [
        ...(await proveChecks(database, postgresql, model, checks, describe)),
        ...(await proveBehaviour(database, postgresql, model, maintenance, describe)),
      ];
    },
    proveRows: (migrations, describe) => proveRows(database, postgresql, migrations, describe),
    measureImpact: (migrations) => measureImpact(database, migrations),
    close: () => database.close(),
  };
}
