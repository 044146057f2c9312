import type { LockMode } from "../../../src/engines/lock-mode.ts";

/** What a rule claims about a statement, and the way around, both to be run. */
export interface HazardProof {
  readonly code: string;
  readonly hazard: string;
  /** What the engine has to show for the last statement of the hazard. */
  readonly shows: {
    readonly lock?: readonly [table: string, mode: LockMode];
    readonly rewritten?: string;
    readonly scanned?: string;
    /** SQLSTATE. */
    readonly fails?: string;
  };
  /** Files of the safe sequence, in their order; none where there is no way around. */
  readonly safe: readonly string[];
  /** On top of the common schema. */
  readonly base?: string;
}

/** Tables with rows: an engine does not look into an empty one for some checks. */
export const BASE = `
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
INSERT INTO customers SELECT n, 'c' || n FROM generate_series(1, 20) n;
CREATE TABLE orders (
  id bigint PRIMARY KEY, customer_id bigint, note varchar(50), total numeric(10, 2), number integer, placed timestamp
);
INSERT INTO orders SELECT n, n, 'n' || n, n, n, '2026-01-01' FROM generate_series(1, 20) n;
CREATE INDEX orders_note_idx ON orders (note);
CREATE TABLE visits (id bigint, at integer) PARTITION BY RANGE (at);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (10);
CREATE TABLE visits_2 (id bigint, at integer NOT NULL);
INSERT INTO visits_2 SELECT n, 15 FROM generate_series(1, 20) n;
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE DOMAIN email AS text;
CREATE TABLE people (id bigint, address email);
INSERT INTO people SELECT n, 'a' || n FROM generate_series(1, 20) n;
CREATE MATERIALIZED VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id;
CREATE UNIQUE INDEX totals_key ON totals (customer_id);
CREATE VIEW open_orders AS SELECT id, note FROM orders;
CREATE UNLOGGED TABLE cache (id bigint);
INSERT INTO cache VALUES (1);
`;

const AEL = "AccessExclusiveLock";

export const hazardProofs: readonly HazardProof[] = [
  {
    code: "index-not-concurrent",
    hazard: "CREATE INDEX i ON orders (customer_id);",
    shows: { lock: ["orders", "ShareLock"], scanned: "orders" },
    safe: ["CREATE INDEX CONCURRENTLY i ON orders (customer_id);"],
  },
  {
    code: "drop-index-not-concurrent",
    hazard: "DROP INDEX orders_note_idx;",
    shows: { lock: ["orders", AEL] },
    safe: ["DROP INDEX CONCURRENTLY orders_note_idx;"],
  },
  {
    code: "reindex-not-concurrent",
    hazard: "REINDEX TABLE orders;",
    shows: { lock: ["orders", "ShareLock"], scanned: "orders" },
    safe: ["REINDEX TABLE CONCURRENTLY orders;"],
  },
  {
    code: "set-not-null",
    hazard: "ALTER TABLE orders ALTER note SET NOT NULL;",
    shows: { lock: ["orders", AEL], scanned: "orders" },
    safe: [
      "ALTER TABLE orders ADD CONSTRAINT note_given CHECK (note IS NOT NULL) NOT VALID;",
      "ALTER TABLE orders VALIDATE CONSTRAINT note_given;",
      "ALTER TABLE orders ALTER note SET NOT NULL; ALTER TABLE orders DROP CONSTRAINT note_given;",
    ],
  },
  {
    code: "set-not-null",
    hazard: "ALTER TABLE orders ADD CONSTRAINT note_given NOT NULL note;",
    shows: { lock: ["orders", AEL], scanned: "orders" },
    safe: [
      "ALTER TABLE orders ADD CONSTRAINT note_given NOT NULL note NOT VALID;",
      "ALTER TABLE orders VALIDATE CONSTRAINT note_given;",
    ],
  },
  {
    code: "set-not-null",
    hazard: "ALTER DOMAIN email SET NOT NULL;",
    shows: { lock: ["people", "ShareLock"], scanned: "people" },
    safe: [],
  },
  {
    code: "required-column-without-default",
    hazard: "ALTER TABLE orders ADD COLUMN priority integer NOT NULL;",
    shows: { fails: "23502" },
    safe: ["ALTER TABLE orders ADD COLUMN priority integer NOT NULL DEFAULT 0;"],
  },
  {
    code: "volatile-default",
    hazard: "ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();",
    shows: { lock: ["orders", AEL], rewritten: "orders" },
    safe: [
      "ALTER TABLE orders ADD COLUMN token uuid; ALTER TABLE orders ALTER COLUMN token SET DEFAULT gen_random_uuid();",
      "ALTER TABLE orders ADD COLUMN seen timestamptz NOT NULL DEFAULT now() - interval '1 day';",
    ],
  },
  {
    code: "volatile-default",
    hazard: "ALTER TABLE orders ADD COLUMN seen timestamptz DEFAULT clock_timestamp();",
    shows: { rewritten: "orders" },
    safe: [],
  },
  {
    code: "stored-generated-column",
    hazard: "ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 2) STORED;",
    shows: { lock: ["orders", AEL], rewritten: "orders" },
    safe: ["ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 2) VIRTUAL;"],
  },
  {
    code: "numbered-column",
    hazard: "ALTER TABLE orders ADD COLUMN serial_number bigserial;",
    shows: { lock: ["orders", AEL], rewritten: "orders" },
    safe: [
      "CREATE SEQUENCE s; ALTER TABLE orders ADD COLUMN serial_number bigint; ALTER TABLE orders ALTER COLUMN serial_number SET DEFAULT nextval('s'); ALTER SEQUENCE s OWNED BY orders.serial_number;",
    ],
  },
  {
    code: "numbered-column",
    hazard: "ALTER TABLE orders ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY;",
    shows: { rewritten: "orders" },
    safe: [],
  },
  ...[
    "number TYPE bigint",
    "note TYPE varchar(20)",
    "total TYPE numeric(10, 3)",
    "total TYPE numeric(9, 2)",
    "note TYPE varchar(60) USING upper(note)",
    "number TYPE text",
    "placed TYPE date",
    "placed TYPE timestamp(0)",
  ].map((change) => ({
    code: "column-type-change",
    base: "DROP VIEW open_orders; DROP MATERIALIZED VIEW totals;",
    hazard: `ALTER TABLE orders ALTER COLUMN ${change};`,
    shows: { lock: ["orders", AEL], rewritten: "orders" } as const,
    safe: [],
  })),
  {
    code: "column-type-change",
    base: "DROP VIEW open_orders; DROP MATERIALIZED VIEW totals;",
    hazard: "ALTER TABLE orders ALTER COLUMN number TYPE bigint;",
    shows: { rewritten: "orders" },
    safe: [
      "ALTER TABLE orders ALTER COLUMN note TYPE varchar(100);",
      "ALTER TABLE orders ALTER COLUMN note TYPE text USING note::text;",
      "ALTER TABLE orders ALTER COLUMN note TYPE varchar;",
      "ALTER TABLE orders ALTER COLUMN total TYPE numeric(12, 2);",
      "ALTER TABLE orders ALTER COLUMN total TYPE numeric;",
      "ALTER TABLE orders ALTER COLUMN placed TYPE timestamp(6);",
    ],
  },
  {
    code: "drop-not-null",
    hazard: "ALTER TABLE orders ALTER COLUMN id DROP NOT NULL;",
    base: "ALTER TABLE orders DROP CONSTRAINT orders_pkey;",
    shows: { lock: ["orders", AEL] },
    safe: [],
  },
  {
    code: "drop-column",
    hazard: "ALTER TABLE orders DROP COLUMN note CASCADE;",
    shows: { lock: ["orders", AEL] },
    safe: [],
  },
  {
    code: "rename-column",
    hazard: "ALTER TABLE orders RENAME COLUMN note TO remark; SELECT note FROM orders;",
    shows: { fails: "42703" },
    safe: [],
  },
  {
    code: "rename-table",
    hazard: "ALTER TABLE customers RENAME TO clients; SELECT id FROM customers;",
    shows: { fails: "42P01" },
    safe: [],
  },
  {
    code: "rename-enum-value",
    hazard: "ALTER TYPE mood RENAME VALUE 'sad' TO 'low'; SELECT 'sad'::mood;",
    shows: { fails: "22P02" },
    safe: ["ALTER TYPE mood ADD VALUE 'low';", "SELECT 'sad'::mood, 'low'::mood;"],
  },
  {
    code: "drop-table",
    hazard: "DROP TABLE people;",
    shows: { lock: ["people", AEL] },
    safe: [],
  },
  {
    code: "truncate",
    hazard: "TRUNCATE people;",
    shows: { lock: ["people", AEL], rewritten: "people" },
    safe: [],
  },
  {
    code: "truncate-cascade",
    base: "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers;",
    hazard: "TRUNCATE customers CASCADE;",
    // A table that the statement does not name.
    shows: { lock: ["orders", AEL], rewritten: "orders" },
    safe: ["TRUNCATE customers, orders;"],
  },
  {
    code: "update-all-rows",
    hazard: "UPDATE orders SET number = 1;",
    shows: { lock: ["orders", "RowExclusiveLock"], scanned: "orders" },
    safe: ["UPDATE orders SET number = 1 WHERE id BETWEEN 1 AND 10;"],
  },
  {
    code: "vacuum-full",
    hazard: "VACUUM FULL orders;",
    shows: { rewritten: "orders" },
    safe: ["VACUUM orders;"],
  },
  {
    code: "vacuum-full",
    hazard: "CLUSTER orders USING orders_pkey;",
    shows: { lock: ["orders", AEL], rewritten: "orders" },
    safe: [],
  },
  {
    code: "lock-table",
    hazard: "LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE;",
    shows: { lock: ["orders", "ShareRowExclusiveLock"] },
    safe: [],
  },
  {
    code: "table-rewrite",
    hazard: "ALTER TABLE cache SET LOGGED;",
    shows: { lock: ["cache", AEL], rewritten: "cache" },
    safe: [],
  },
  {
    code: "refresh-not-concurrent",
    hazard: "REFRESH MATERIALIZED VIEW totals;",
    shows: { lock: ["totals", AEL], rewritten: "totals" },
    safe: ["REFRESH MATERIALIZED VIEW CONCURRENTLY totals;"],
  },
  {
    code: "foreign-key-validated-at-once",
    hazard: "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (customer_id) REFERENCES customers;",
    shows: { lock: ["customers", "ShareRowExclusiveLock"], scanned: "orders" },
    safe: [
      "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;",
      "ALTER TABLE orders VALIDATE CONSTRAINT f;",
      // The rows have NULL in a new column: nothing is read.
      "ALTER TABLE orders ADD COLUMN payer_id bigint REFERENCES customers;",
    ],
  },
  {
    code: "foreign-key-validated-at-once",
    hazard: "ALTER TABLE orders ADD COLUMN payer_id bigint DEFAULT 1 REFERENCES customers;",
    shows: { lock: ["customers", "ShareRowExclusiveLock"], scanned: "orders" },
    safe: [],
  },
  {
    code: "check-validated-at-once",
    hazard: "ALTER TABLE orders ADD CONSTRAINT c CHECK (total >= 0);",
    shows: { lock: ["orders", AEL], scanned: "orders" },
    safe: [
      "ALTER TABLE orders ADD CONSTRAINT c CHECK (total >= 0) NOT VALID;",
      "ALTER TABLE orders VALIDATE CONSTRAINT c;",
    ],
  },
  {
    code: "check-validated-at-once",
    hazard: "ALTER TABLE orders ADD COLUMN weight integer CHECK (weight > 0);",
    shows: { lock: ["orders", AEL], scanned: "orders" },
    safe: [],
  },
  {
    code: "unique-constraint-without-index",
    hazard: "ALTER TABLE orders ADD CONSTRAINT k UNIQUE (number);",
    shows: { lock: ["orders", AEL], scanned: "orders" },
    safe: [
      "CREATE UNIQUE INDEX CONCURRENTLY k ON orders (number);",
      "ALTER TABLE orders ADD CONSTRAINT k UNIQUE USING INDEX k;",
    ],
  },
  {
    code: "primary-key-without-index",
    hazard: "ALTER TABLE people ADD PRIMARY KEY (id);",
    shows: { lock: ["people", AEL], scanned: "people" },
    safe: [
      "ALTER TABLE people ADD CONSTRAINT given CHECK (id IS NOT NULL) NOT VALID;",
      "ALTER TABLE people VALIDATE CONSTRAINT given;",
      "ALTER TABLE people ALTER id SET NOT NULL;",
      "CREATE UNIQUE INDEX CONCURRENTLY people_pkey ON people (id);",
      "ALTER TABLE people ADD CONSTRAINT people_pkey PRIMARY KEY USING INDEX people_pkey;",
    ],
  },
  {
    code: "exclusion-constraint",
    hazard: "ALTER TABLE orders ADD EXCLUDE USING btree (number WITH =);",
    shows: { lock: ["orders", AEL], scanned: "orders" },
    safe: [],
  },
  {
    code: "domain-constraint",
    hazard: "ALTER DOMAIN email ADD CONSTRAINT c CHECK (VALUE <> '');",
    shows: { lock: ["people", "ShareLock"], scanned: "people" },
    safe: [
      "ALTER DOMAIN email ADD CONSTRAINT c CHECK (VALUE <> '') NOT VALID;",
      "ALTER TABLE people ADD CONSTRAINT c CHECK (address <> '') NOT VALID;",
      "ALTER TABLE people VALIDATE CONSTRAINT c;",
    ],
  },
  {
    code: "domain-constraint",
    base: "ALTER DOMAIN email ADD CONSTRAINT c CHECK (VALUE <> '') NOT VALID;",
    hazard: "ALTER DOMAIN email VALIDATE CONSTRAINT c;",
    shows: { lock: ["people", "ShareLock"], scanned: "people" },
    safe: [],
  },
  {
    code: "attach-partition",
    hazard: "ALTER TABLE visits ATTACH PARTITION visits_2 FOR VALUES FROM (10) TO (20);",
    shows: { lock: ["visits_2", AEL], scanned: "visits_2" },
    safe: [
      "ALTER TABLE visits_2 ADD CONSTRAINT fits CHECK (at >= 10 AND at < 20) NOT VALID;",
      "ALTER TABLE visits_2 VALIDATE CONSTRAINT fits;",
      "ALTER TABLE visits ATTACH PARTITION visits_2 FOR VALUES FROM (10) TO (20);",
    ],
  },
  {
    code: "detach-not-concurrent",
    hazard: "ALTER TABLE visits DETACH PARTITION visits_1;",
    shows: { lock: ["visits", AEL] },
    safe: ["ALTER TABLE visits DETACH PARTITION visits_1 CONCURRENTLY;"],
  },
  {
    code: "triggers-disabled",
    hazard: "ALTER TABLE orders DISABLE TRIGGER ALL;",
    shows: { lock: ["orders", "ShareRowExclusiveLock"] },
    safe: [],
  },
];
