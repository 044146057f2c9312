import { migrationsCheck } from "../../src/checks/artifacts/migrations.ts";
import { sqlEmitter } from "../../src/emitters/sql/emitter.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { emitOptions } from "../../tests/sql/sql-fixtures.ts";
import { designOfTables } from "./design-of-tables.ts";

// `node scripts/bench/prove-tables.ts 300`: emits the database of so many tables and proves it. A
// process of its own, so that its memory is its own. Exit status 1 where anything is found.
const design = designOfTables(Number(process.argv[2]));
const { artifacts } = sqlEmitter.emit(design, emitOptions());
const host = createNodeHost({ quiet: true });
for (const { code, message } of await migrationsCheck.check(artifacts, { design, host })) {
  console.error(`${code}: ${message}`);
  process.exitCode = 1;
}
