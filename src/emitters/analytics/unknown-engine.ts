import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** The tables of an analytical store are in the Design, and no statement makes them. */
export const unknownEngine = declareDiagnostic<{
  readonly store: string;
  readonly engine: string;
}>({
  code: "analytics/unknown-engine",
  severity: "warning",
  message: ({ store, engine }) =>
    `no tables and loads are made for ${store}: ${engine} is not an engine that they can be proven on`,
  fix: "name clickhouse as its engine; or keep the engine and write its tables after the entities of the Design",
});
