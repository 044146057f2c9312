import type { DatabaseEngine } from "../../../src/design/database-engine.ts";
import type { Design } from "../../../src/design/design.ts";
import type { EntitySketch, FieldSketch } from "../sql-fixtures.ts";
import { sketchDesign } from "../sql-fixtures.ts";

/** A construct, and what each dialect says for it; with a `before`, what leads from there. */
export interface WideRow {
  readonly construct: string;
  readonly before?: Design;
  readonly after: Design;
  readonly sql: Readonly<Record<DatabaseEngine, string | readonly string[]>>;
}

export type Sql = WideRow["sql"];

export const thing = (...fields: readonly FieldSketch[]): EntitySketch => ({ id: "thing", fields });
export const one = (field: FieldSketch): Design => sketchDesign(thing(field));
export const made = (construct: string, field: FieldSketch, sql: Sql): WideRow => ({
  construct,
  after: one(field),
  sql,
});
export const changed = (
  construct: string,
  from: FieldSketch,
  to: FieldSketch,
  sql: Sql,
): WideRow => ({
  construct,
  before: one(from),
  after: one(to),
  sql,
});
/** MySQL and MariaDB, where they say the same. */
export const both = (postgresql: string, mysql: string, sqlite: string): Sql => ({
  postgresql,
  mysql,
  mariadb: mysql,
  sqlite,
});

/** A table that points to the thing. */
export const link = (onDelete: string, more: object = {}): EntitySketch => ({
  id: "part",
  fields: [{ id: "thing-id", type: "uuid", nullable: onDelete === "set-null" }],
  relations: [
    {
      id: "thing",
      name: "thing",
      field: "thing-id",
      to: "thing",
      cardinality: "many-to-one",
      onDelete: onDelete as "cascade",
    },
  ],
  ...more,
});
