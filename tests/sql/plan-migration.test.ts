import { describe, expect, test } from "vitest";
import type { Design } from "../../src/design/design.ts";
import { evolve, sketchDesign, textOf } from "./sql-fixtures.ts";

/**
 * The statements of the files from one design to another, by the name of the file without its
 * number: on one line each, without transactions, comments and the bodies of functions.
 */
function migrate(
  before: Design,
  after: Design,
  direction: "up" | "down" = "up",
): Readonly<Record<string, readonly string[]>> {
  const files = evolve(before, after).filter(
    ({ path, kind }) => kind === `sql-${direction}` && !path.includes("/0001_"),
  );
  return Object.fromEntries(
    files.map(({ path, text }) => [
      path.replace(/^.*\/\d{4}_|\.(?:up|down)\.sql$/g, ""),
      text
        .split("\n")
        .filter((line) => !line.startsWith("--"))
        .join(" ")
        .replace(/DO \$batches\$.*\b(UPDATE \S+ SET \S+ = \S+) .*\$batches\$/s, "in batches $1")
        .replace(/AS \$sync\$.*?\$sync\$/gs, "AS …")
        .split(";")
        .map((statement) => statement.replace(/\s+/g, " ").trim())
        .filter((statement) => !/^(?:$|BEGIN|COMMIT|SET LOCAL|COMMENT)/.test(statement)),
    ]),
  );
}

function upTexts(before: Design, after: Design): readonly string[] {
  return evolve(before, after).flatMap(({ path, kind, text }) =>
    kind === "sql-up" && !path.includes("/0001_") ? [text] : [],
  );
}

const email = { id: "email", name: "Email", type: "string", maxLength: 100, nullable: true };
const base = sketchDesign({ id: "customer", fields: [email] });
const states = (...enumValues: string[]) =>
  sketchDesign({ id: "a", name: "Ticket", fields: [{ id: "state", type: "enum", enumValues }] });
const customer = (field: object) =>
  sketchDesign({ id: "customer", fields: [{ ...email, ...field }] });

describe("a small change is a small plan", () => {
  test("nothing changed: no migration", () => {
    expect(migrate(base, base)).toEqual({});
    const moved = sketchDesign({ id: "customer", fields: [email, { id: "id", type: "uuid" }] });
    expect(migrate(base, moved)).toEqual({});
  });

  test.each([
    ["a field without a value", { id: "n", type: "integer", nullable: true }, "n integer"],
    [
      "one with a default",
      { id: "n", type: "integer", default: 3 },
      "n integer NOT NULL DEFAULT 3",
    ],
  ])("%s is one file", (_, field, definition) => {
    const after = sketchDesign({ id: "customer", fields: [email, field] });
    expect(migrate(base, after)).toEqual({
      expand_add_column_customers_n: [`ALTER TABLE customers ADD COLUMN ${definition}`],
    });
    expect(migrate(base, after, "down")).toEqual({
      expand_add_column_customers_n: ["ALTER TABLE customers DROP COLUMN n"],
    });
  });

  test("a longer text is changed where it stands", () => {
    expect(migrate(base, customer({ maxLength: 200 }))).toEqual({
      expand_change_type_customers_email: [
        "ALTER TABLE customers ALTER COLUMN email TYPE varchar(200)",
      ],
    });
  });

  test("a table that is no more goes with the old version, and the file says how to keep it", () => {
    const two = sketchDesign({ id: "customer", fields: [email] }, { id: "b" });
    expect(migrate(two, base)).toEqual({ contract_drop_table_bs: ["DROP TABLE bs"] });
    const [text] = upTexts(two, base);
    expect(text).toContain("-- Phase: contract. Apply only after the old version");
    expect(text).toContain(
      "-- note: all rows are lost: to keep them, run pg_dump --table=bs before",
    );
  });
});

describe("what takes a look at all rows does it under a lock that blocks nobody", () => {
  test("an index is built concurrently, alone in its file", () => {
    const indexes = [{ id: "i", fields: ["email"], unique: false, serves: "Search." }];
    const after = sketchDesign({ id: "customer", fields: [email], indexes });
    expect(migrate(base, after)).toEqual({
      expand_add_index_customers: [
        "CREATE INDEX CONCURRENTLY customers_email_idx ON customers (email)",
      ],
      validate_describe_index_customers: [],
    });
    const [text = ""] = upTexts(base, after);
    expect(text).not.toContain("BEGIN");
    expect(text.match(/;/g)).toHaveLength(1);
  });

  test("a unique key is made from an index, when the old version is gone", () => {
    const after = sketchDesign({
      id: "customer",
      fields: [email],
      uniqueKeys: [{ id: "k", fields: ["email"] }],
    });
    expect(migrate(base, after)).toEqual({
      contract_build_unique_index_customers: [
        "CREATE UNIQUE INDEX CONCURRENTLY customers_email_key ON customers (email)",
      ],
      contract_add_unique_key_customers: [
        "ALTER TABLE customers ADD CONSTRAINT customers_email_key UNIQUE USING INDEX customers_email_key",
      ],
    });
    const pre = textOf(evolve(base, after), ".pre.sql");
    expect(pre).toContain("-- check: customers.email.duplicate   severity: error   phase: pre");
  });

  test("a value is required by way of a check", () => {
    expect(migrate(base, customer({ nullable: false }))).toEqual({
      contract_ask_for_a_value_customers_email: [
        "ALTER TABLE customers ADD CONSTRAINT customers_email_given CHECK (email IS NOT NULL) NOT VALID",
      ],
      contract_look_for_missing_values_customers_email: [
        "ALTER TABLE customers VALIDATE CONSTRAINT customers_email_given",
      ],
      contract_require_a_value_customers_email: [
        "ALTER TABLE customers ALTER COLUMN email SET NOT NULL",
        "ALTER TABLE customers DROP CONSTRAINT customers_email_given",
      ],
    });
  });

  test("a default fills what has no value, in batches that commit", () => {
    const plan = migrate(base, customer({ nullable: false, default: "x" }));
    expect(plan["contract_fill_column_customers_email"]).toEqual([
      "in batches UPDATE customers SET email = 'x'",
    ]);
  });

  test("an enumeration grows before the new version runs, and shrinks after the old one", () => {
    expect(Object.keys(migrate(states("new"), states("new", "old")))).toEqual([
      "expand_add_check_tickets",
      "validate_check_tickets",
      "switch_change_tickets",
    ]);
    expect(migrate(states("new", "old"), states("new"))).toEqual({
      contract_add_check_tickets: [
        "ALTER TABLE tickets ADD CONSTRAINT tickets_state_check_new CHECK (state IN ('new')) NOT VALID",
      ],
      contract_validate_check_tickets: [
        "ALTER TABLE tickets VALIDATE CONSTRAINT tickets_state_check_new",
      ],
      contract_change_tickets: [
        "ALTER TABLE tickets DROP CONSTRAINT tickets_state_check",
        "ALTER TABLE tickets RENAME CONSTRAINT tickets_state_check_new TO tickets_state_check",
      ],
    });
  });
});

describe("names and types change by way of a copy", () => {
  test("a renamed field has both names until the old version is gone", () => {
    const after = customer({ name: "Mail address" });
    const plan = migrate(base, after);
    expect(Object.keys(plan)).toEqual([
      "expand_add_copy_of_column_customers_mail_address",
      "backfill_copy_column_customers_mail_address",
      "contract_drop_old_column_customers_mail_address",
    ]);
    expect(Object.values(plan).flat()).toEqual([
      "ALTER TABLE customers ADD COLUMN mail_address varchar(100)",
      "CREATE FUNCTION sync_customers_mail_address() RETURNS trigger LANGUAGE plpgsql AS …",
      "CREATE TRIGGER sync_customers_mail_address BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION sync_customers_mail_address()",
      "in batches UPDATE customers SET email = email",
      "DROP TRIGGER sync_customers_mail_address ON customers",
      "DROP FUNCTION sync_customers_mail_address()",
      "ALTER TABLE customers DROP COLUMN email",
    ]);
  });

  test("a type that needs all rows written anew takes the old name in the switch", () => {
    const number = (type: string) =>
      sketchDesign({ id: "a", name: "Ticket", fields: [{ id: "n", type }] });
    const plan = migrate(number("integer"), number("bigint"));
    expect(Object.keys(plan).map((name) => name.split("_")[0])).toEqual([
      "expand",
      "backfill",
      "validate",
      "validate",
      "switch",
      "contract",
    ]);
    const statements = Object.values(plan).flat();
    expect(statements).toContain("ALTER TABLE tickets RENAME COLUMN n TO n_old");
    expect(statements).toContain("ALTER TABLE tickets RENAME COLUMN n_new TO n");
    expect(statements.join("; ")).not.toContain(" TYPE ");
    expect(upTexts(number("integer"), number("bigint")).join("")).not.toContain("Stop the old");
  });

  test("a type that does not hold all values says that the old version has to stop", () => {
    const texts = upTexts(base, customer({ maxLength: 10 }));
    const [stopping] = texts.filter((text) => text.includes("Stop the old version"));
    expect(stopping).toContain("customers.email changes to varchar(10)");
    expect(textOf(evolve(base, customer({ maxLength: 10 })), ".pre.sql")).toContain(".left_out");
  });

  test("a renamed entity keeps its old name as a view", () => {
    const after = sketchDesign({ id: "customer", name: "Client", fields: [email] });
    expect(migrate(base, after)).toEqual({
      switch_rename_table_clients: [
        "ALTER TABLE customers RENAME TO clients",
        "CREATE VIEW customers WITH (security_invoker = true) AS SELECT id, email FROM clients",
        "ALTER TABLE clients RENAME CONSTRAINT customers_pkey TO clients_pkey",
      ],
      contract_drop_old_name_clients: ["DROP VIEW customers"],
    });
  });

  test("two fields that exchange their names go over a third, and the file warns", () => {
    const twins = (first: string, second: string) =>
      sketchDesign({
        id: "a",
        name: "Ticket",
        fields: [
          { id: "x", name: first },
          { id: "y", name: second },
        ],
      });
    const designs = [twins("One", "Two"), twins("Two", "One")] as const;
    expect(migrate(...designs)).toEqual({
      switch_rename_column_tickets: [
        "ALTER TABLE tickets RENAME COLUMN one TO waiting_for_its_name",
        "ALTER TABLE tickets RENAME COLUMN two TO one",
        "ALTER TABLE tickets RENAME COLUMN waiting_for_its_name TO two",
      ],
    });
    expect(upTexts(...designs)[0]).toContain(
      "Stop the old version of the service before: tickets.one",
    );
  });

  test("foreign keys make room for a new type of the key they point to", () => {
    const keyed = (type: string) =>
      sketchDesign(
        { id: "owner", fields: [{ id: "id", type }] },
        {
          id: "thing",
          fields: [{ id: "owner-id", name: "owner id", type }],
          relations: [
            {
              id: "r",
              name: "r",
              field: "owner-id",
              to: "owner",
              cardinality: "many-to-one",
              onDelete: "restrict",
            },
          ],
        },
      );
    const statements = Object.values(migrate(keyed("integer"), keyed("bigint"))).flat();
    expect(statements[0]).toBe("ALTER TABLE things DROP CONSTRAINT things_owner_id_fkey");
    expect(statements.slice(-3)).toEqual([
      expect.stringContaining("ON DELETE RESTRICT NOT VALID"),
      "ALTER TABLE things VALIDATE CONSTRAINT things_owner_id_fkey_new",
      "ALTER TABLE things RENAME CONSTRAINT things_owner_id_fkey_new TO things_owner_id_fkey",
    ]);
  });
});

test("a dropped field that the new version does not write is no obstacle for it", () => {
  const required = customer({ nullable: false });
  expect(migrate(required, sketchDesign({ id: "customer" }))).toEqual({
    switch_allow_no_value_customers_email: [
      "ALTER TABLE customers ALTER COLUMN email DROP NOT NULL",
    ],
    contract_drop_column_customers_email: ["ALTER TABLE customers DROP COLUMN email"],
  });
  const down = textOf(evolve(base, sketchDesign({ id: "customer" })), "customers_email.down.sql");
  expect(down).toContain("-- note: the column comes back without its values");
});

test("history grows, and what is committed stays byte for byte", () => {
  const second = sketchDesign({ id: "customer", fields: [{ ...email, nullable: false }] });
  const third = sketchDesign({ id: "customer", fields: [] }, { id: "order" });
  const one = evolve(base);
  const two = evolve(base, second);
  const three = evolve(base, second, third);
  const migrations = (artifacts: typeof one) =>
    new Map(
      artifacts.flatMap(({ path, text }) => (path.includes("/migrations/") ? [[path, text]] : [])),
    );
  for (const [path, text] of migrations(one)) expect(migrations(two).get(path)).toBe(text);
  for (const [path, text] of migrations(two)) expect(migrations(three).get(path)).toBe(text);
  expect(evolve(base, second, third, third).length).toBe(three.length);
  expect(migrations(three).size).toBeGreaterThan(migrations(two).size);
});
