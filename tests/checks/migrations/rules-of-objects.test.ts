import { invalid, valid } from "../../support/cases.ts";
import { lint } from "./lint.ts";

const ORDERS =
  "CREATE TABLE orders (id bigint PRIMARY KEY, note varchar(50), total numeric(10, 2));";

invalid(
  "migrations/index-not-concurrent",
  "unique, in another schema, without a name",
  lint("CREATE UNIQUE INDEX ON sales.orders (lower(note)) WHERE total > 0;"),
);
invalid(
  "migrations/index-not-concurrent",
  "of a table that an earlier file made",
  lint({ "1.up.sql": ORDERS, "2.up.sql": "CREATE INDEX i ON orders (note);" }),
);
invalid(
  "migrations/index-not-concurrent",
  "of a table of the same name in another schema",
  lint("CREATE TABLE orders (id int); CREATE INDEX i ON sales.orders (id);"),
);
invalid(
  "migrations/index-not-concurrent",
  "the table may be there already",
  lint({
    "1.sql": ORDERS,
    "2.sql": "CREATE TABLE IF NOT EXISTS orders (id int); CREATE INDEX i ON orders (id);",
  }),
);
valid(
  "migrations/index-not-concurrent",
  "of a table that the file makes",
  lint(`${ORDERS} CREATE INDEX i ON public.orders (note);`),
);
valid(
  "migrations/index-not-concurrent",
  "of a table that another file of the change makes",
  lint({ "1.up.sql": ORDERS, "2.up.sql": "CREATE INDEX i ON orders (note);" }, { together: true }),
);
valid(
  "migrations/index-not-concurrent",
  "of a copy that the file makes",
  lint(
    "CREATE TABLE copy AS SELECT * FROM orders; CREATE INDEX i ON copy (id); SELECT 1 INTO t; CREATE INDEX ON t (x);",
  ),
);
valid(
  "migrations/index-not-concurrent",
  "in a string, a comment and the body of a function",
  lint(
    "-- CREATE INDEX i ON a (b);\nSELECT 'CREATE INDEX i ON a (b);';\nCREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE INDEX i ON a (b); END $$;",
  ),
);
valid(
  "migrations/index-not-concurrent",
  "through a search path",
  lint(
    "SET search_path TO sales; CREATE TABLE orders (id int); CREATE INDEX i ON sales.orders (id);",
  ),
);

invalid(
  "migrations/drop-index-not-concurrent",
  "one of two, with IF EXISTS",
  lint("DROP INDEX IF EXISTS a, sales.b;"),
);
valid(
  "migrations/drop-index-not-concurrent",
  "concurrently",
  lint("DROP INDEX CONCURRENTLY IF EXISTS a;"),
);
valid(
  "migrations/drop-index-not-concurrent",
  "of a table that the file makes",
  lint(`${ORDERS} CREATE INDEX i ON orders (note); DROP INDEX i;`),
);

invalid(
  "migrations/reindex-not-concurrent",
  "an option that is off",
  lint("REINDEX (CONCURRENTLY off, VERBOSE) INDEX orders_pkey;"),
);
valid(
  "migrations/reindex-not-concurrent",
  "an option",
  lint("REINDEX (VERBOSE, CONCURRENTLY) INDEX orders_pkey;"),
);

invalid(
  "migrations/concurrently-in-transaction",
  "two statements in a file of golang-migrate",
  lint({
    "2.up.sql": "CREATE INDEX CONCURRENTLY a ON t (x); CREATE INDEX CONCURRENTLY b ON t (y);",
  }),
);
invalid(
  "migrations/concurrently-in-transaction",
  "a file of dbmate",
  lint({
    "2.sql":
      "-- migrate:up\nCREATE INDEX CONCURRENTLY a ON t (x);\n-- migrate:down\nDROP INDEX CONCURRENTLY a;\n",
  }),
);
invalid(
  "migrations/concurrently-in-transaction",
  "two statements for dbmate, without its transaction",
  lint({
    "2.sql": "-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY a ON t (x); SELECT 1;\n",
  }),
);
invalid(
  "migrations/concurrently-in-transaction",
  "a mixed file of Flyway",
  lint({ "V2__x.sql": "ALTER TABLE t ADD COLUMN y int; CREATE INDEX CONCURRENTLY a ON t (y);" }),
);
invalid(
  "migrations/concurrently-in-transaction",
  "a partition is detached",
  lint("BEGIN; ALTER TABLE t DETACH PARTITION p CONCURRENTLY; COMMIT;"),
);
invalid(
  "migrations/concurrently-in-transaction",
  "VACUUM and ALTER SYSTEM",
  lint("BEGIN; VACUUM t; COMMIT; SELECT 1;"),
);
valid(
  "migrations/concurrently-in-transaction",
  "alone in a file of golang-migrate",
  lint({ "2.up.sql": "-- why\nCREATE INDEX CONCURRENTLY a ON t (x);\n" }),
);
valid(
  "migrations/concurrently-in-transaction",
  "alone for dbmate, without its transaction",
  lint({
    "2.sql":
      "-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY a ON t (x);\n\n-- migrate:down transaction:false\nDROP INDEX CONCURRENTLY a;\n",
  }),
);
valid(
  "migrations/concurrently-in-transaction",
  "goose without a transaction",
  lint({
    "2.sql":
      "-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX CONCURRENTLY a ON t (x); CREATE INDEX CONCURRENTLY b ON t (y);\n-- +goose Down\nDROP INDEX CONCURRENTLY a;\n",
  }),
);
valid(
  "migrations/concurrently-in-transaction",
  "a file of Flyway with nothing else",
  lint({ "V2__x.sql": "CREATE INDEX CONCURRENTLY a ON t (y); VACUUM t;" }),
);
valid(
  "migrations/concurrently-in-transaction",
  "between two transactions",
  lint("BEGIN; SELECT 1; COMMIT; CREATE INDEX CONCURRENTLY a ON t (x); BEGIN; SELECT 2; COMMIT;"),
);

invalid(
  "migrations/concurrent-index-if-not-exists",
  "it may be left from a first try",
  lint("CREATE INDEX CONCURRENTLY IF NOT EXISTS a ON t (x);"),
);
valid(
  "migrations/concurrent-index-if-not-exists",
  "dropped before",
  lint("DROP INDEX CONCURRENTLY IF EXISTS a; CREATE INDEX CONCURRENTLY IF NOT EXISTS a ON t (x);"),
);

invalid(
  "migrations/rename-table",
  "to another schema",
  lint("ALTER TABLE orders SET SCHEMA archive;"),
);
invalid("migrations/rename-table", "a view", lint("ALTER VIEW open_orders RENAME TO orders_open;"));
valid(
  "migrations/rename-table",
  "one that the file makes",
  lint(`${ORDERS} ALTER TABLE orders RENAME TO purchases; CREATE INDEX i ON purchases (id);`),
);
valid("migrations/rename-table", "an index", lint("ALTER INDEX a RENAME TO b;"));
valid(
  "migrations/index-not-concurrent",
  "of a table that was renamed after it was made",
  lint(`${ORDERS} ALTER TABLE orders RENAME TO purchases; CREATE INDEX i ON purchases (id);`),
);

invalid("migrations/drop-table", "one of two", lint("CREATE TABLE a (x int); DROP TABLE a, b;"));
invalid("migrations/drop-table", "a materialised view", lint("DROP MATERIALIZED VIEW sales;"));
valid(
  "migrations/drop-table",
  "one that the file makes",
  lint("CREATE TEMP TABLE t (x int); DROP TABLE t;"),
);
valid(
  "migrations/drop-table",
  "on the way back",
  lint({ "1.up.sql": ORDERS, "1.down.sql": "DROP TABLE orders;" }),
);
valid(
  "migrations/drop-table",
  "the way back of dbmate",
  lint({ "1.sql": `-- migrate:up\n${ORDERS}\n-- migrate:down\nDROP TABLE orders;\n` }),
);

invalid("migrations/drop-schema", "with all that is in it", lint("DROP SCHEMA sales CASCADE;"));
invalid("migrations/drop-schema", "all that a role owns", lint("DROP OWNED BY app;"));
valid("migrations/drop-schema", "an empty one", lint("DROP SCHEMA sales;"));

invalid("migrations/drop-cascade", "a type", lint("DROP TYPE mood CASCADE;"));
invalid(
  "migrations/drop-cascade",
  "a constraint",
  lint("ALTER TABLE orders DROP CONSTRAINT orders_pkey CASCADE;"),
);
invalid("migrations/drop-cascade", "a function", lint("DROP FUNCTION f(integer) CASCADE;"));
valid("migrations/drop-cascade", "without it", lint("DROP TYPE mood; DROP VIEW v RESTRICT;"));

invalid("migrations/truncate", "with its numbers", lint("TRUNCATE orders RESTART IDENTITY;"));
valid("migrations/truncate", "one that the file makes", lint(`${ORDERS} TRUNCATE orders;`));
invalid("migrations/truncate-cascade", "two", lint("TRUNCATE ONLY a, b CASCADE;"));
valid("migrations/truncate-cascade", "without it", lint("TRUNCATE a, b;"));

invalid("migrations/vacuum-full", "of everything", lint("VACUUM (FULL, ANALYZE);"));
invalid("migrations/vacuum-full", "CLUSTER", lint("CLUSTER orders USING orders_pkey;"));
valid("migrations/vacuum-full", "switched off", lint("VACUUM (FULL 0) orders;"));

invalid(
  "migrations/lock-table",
  "against writers",
  lint("BEGIN; LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE; COMMIT;"),
);
valid(
  "migrations/lock-table",
  "against nobody",
  lint("BEGIN; LOCK TABLE orders IN ROW EXCLUSIVE MODE; COMMIT;"),
);

invalid(
  "migrations/refresh-not-concurrent",
  "readers wait",
  lint("REFRESH MATERIALIZED VIEW sales;"),
);
valid(
  "migrations/refresh-not-concurrent",
  "one that the file makes",
  lint("CREATE MATERIALIZED VIEW sales AS SELECT 1 WITH NO DATA; REFRESH MATERIALIZED VIEW sales;"),
);

invalid(
  "migrations/attach-partition",
  "nothing says that its rows fit",
  lint("ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (2);"),
);
valid(
  "migrations/attach-partition",
  "a valid check does",
  lint({
    "1.sql":
      "ALTER TABLE p ADD CONSTRAINT c CHECK (x >= 1 AND x < 2) NOT VALID; ALTER TABLE p VALIDATE CONSTRAINT c;",
    "2.sql": "ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (2);",
  }),
);
valid(
  "migrations/attach-partition",
  "the partition is new",
  lint("CREATE TABLE p (LIKE t); ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (2);"),
);

invalid(
  "migrations/detach-not-concurrent",
  "readers wait",
  lint("ALTER TABLE t DETACH PARTITION p;"),
);
valid(
  "migrations/detach-not-concurrent",
  "taken up again",
  lint("ALTER TABLE t DETACH PARTITION p FINALIZE;"),
);

invalid(
  "migrations/enum-value-in-transaction",
  "as a default",
  lint(
    "BEGIN; ALTER TYPE mood ADD VALUE 'calm'; ALTER TABLE t ALTER COLUMN m SET DEFAULT 'calm'; COMMIT;",
  ),
);
valid(
  "migrations/enum-value-in-transaction",
  "after the commit",
  lint("ALTER TYPE mood ADD VALUE 'calm'; UPDATE t SET m = 'calm' WHERE id = 1;"),
);
valid(
  "migrations/enum-value-in-transaction",
  "added and left alone",
  lint({
    "2.up.sql":
      "ALTER TYPE mood ADD VALUE 'calm'; ALTER TYPE mood ADD VALUE 'wild'; SELECT 'glad';",
  }),
);

valid(
  "migrations/enum-value-in-transaction",
  "of a type that the transaction makes",
  lint({
    "1.up.sql":
      "CREATE TYPE mood AS ENUM ('sad'); ALTER TYPE mood ADD VALUE 'calm'; CREATE TABLE t (m mood DEFAULT 'calm');",
  }),
);

invalid(
  "migrations/rename-enum-value",
  "code names the old one",
  lint("ALTER TYPE mood RENAME VALUE 'sad' TO 'low';"),
);
valid(
  "migrations/rename-enum-value",
  "one is added",
  lint("ALTER TYPE mood ADD VALUE 'low' AFTER 'sad';"),
);

invalid(
  "migrations/triggers-disabled",
  "the foreign keys too",
  lint("ALTER TABLE orders DISABLE TRIGGER ALL;"),
);
valid(
  "migrations/triggers-disabled",
  "one of them",
  lint("ALTER TABLE orders DISABLE TRIGGER stamp;"),
);
