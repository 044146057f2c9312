import type { DatabaseEngine } from "../../../design/database-engine.ts";
import { engineOfModel } from "../../../sql/relational-model.ts";
import type { ContextFiles } from "./context-files.ts";

/** The engine that the files of a context are written for, as its last migration says. */
export function engineOfFiles({ migrations }: ContextFiles): DatabaseEngine {
  const model = migrations.findLast(({ model: own }) => own !== undefined)?.model;
  return model === undefined ? "postgresql" : engineOfModel(model);
}
