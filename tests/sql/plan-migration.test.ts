import { describe, expect, test } from "vitest";
import type { Design } from "../../src/design/design.ts";
import { evolve, sketchDesign, textOf } from "./sql-fixtures.ts";

/** The statements of the migration from one design to another, on one line each. */
function migrate(
  before: Design,
  after: Design,
  direction: "up" | "down" = "up",
): readonly string[] {
  const artifacts = evolve(before, after).filter(({ path }) => path.includes("/0002_"));
  if (artifacts.length === 0) return [];
  return textOf(artifacts, `.${direction}.sql`)
    .split("\n")
    .filter((line) => !line.startsWith("--"))
    .join(" ")
    .split(";")
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "" && !/^(BEGIN|COMMIT|SET LOCAL|COMMENT)/.test(text));
}

function nameOf(before: Design, after: Design): string | undefined {
  const [up] = evolve(before, after).filter(
    ({ path }) => path.endsWith(".up.sql") && path.includes("/0002_"),
  );
  return up?.path.split("/").at(-1);
}

const email = { id: "email", name: "Email", type: "string", maxLength: 100, nullable: true };
const base = sketchDesign({ id: "customer", fields: [email] });

describe("a changed design becomes the change and nothing else", () => {
  test("nothing changed: no migration", () => {
    expect(migrate(base, base)).toEqual([]);
    const moved = sketchDesign({ id: "customer", fields: [email, { id: "id", type: "uuid" }] });
    expect(migrate(base, moved)).toEqual([]);
  });

  test("a renamed field", () => {
    const after = sketchDesign({ id: "customer", fields: [{ ...email, name: "Mail address" }] });
    expect(migrate(base, after)).toEqual([
      "ALTER TABLE customers RENAME COLUMN email TO mail_address",
    ]);
    expect(migrate(base, after, "down")).toEqual([
      "ALTER TABLE customers RENAME COLUMN mail_address TO email",
    ]);
    expect(nameOf(base, after)).toBe("0002_rename_column_customers_mail_address.up.sql");
  });

  test("a renamed entity takes its constraints along", () => {
    const after = sketchDesign({ id: "customer", name: "Client", fields: [email] });
    expect(migrate(base, after)).toEqual([
      "ALTER TABLE customers RENAME TO clients",
      "ALTER TABLE clients RENAME CONSTRAINT customers_pkey TO clients_pkey",
    ]);
  });

  test("two fields that exchange their names go over a third", () => {
    const twins = (first: string, second: string) =>
      sketchDesign({
        id: "a",
        fields: [
          { id: "x", name: first },
          { id: "y", name: second },
        ],
      });
    expect(migrate(twins("One", "Two"), twins("Two", "One"))).toEqual(
      [
        "ALTER TABLE as_2 RENAME COLUMN one TO waiting_for_its_name",
        "ALTER TABLE as_2 RENAME COLUMN two TO one",
        "ALTER TABLE as_2 RENAME COLUMN waiting_for_its_name TO two",
      ].map((text) => text.replaceAll("as_2", '"as"')),
    );
  });

  test("a dropped field comes back empty, and the file says so", () => {
    const after = sketchDesign({ id: "customer" });
    expect(migrate(base, after)).toEqual(["ALTER TABLE customers DROP COLUMN email"]);
    expect(migrate(base, after, "down")).toEqual([
      "ALTER TABLE customers ADD COLUMN email varchar(100)",
    ]);
    const down = textOf(evolve(base, after), "0002_drop_column_customers_email.down.sql");
    expect(down).toContain("-- note: the values do not come back: restore them from a backup");
  });

  test("a new type drops the default of the old one first, both ways", () => {
    const before = sketchDesign({ id: "a", fields: [{ id: "n", type: "text", default: "1" }] });
    const after = sketchDesign({ id: "a", fields: [{ id: "n", type: "integer", default: 2 }] });
    expect(migrate(before, after)).toEqual([
      'ALTER TABLE "as" ALTER COLUMN n DROP DEFAULT',
      'ALTER TABLE "as" ALTER COLUMN n TYPE integer USING CAST(CAST(n AS text) AS integer)',
      'ALTER TABLE "as" ALTER COLUMN n SET DEFAULT 2',
    ]);
    expect(migrate(before, after, "down")).toEqual([
      'ALTER TABLE "as" ALTER COLUMN n DROP DEFAULT',
      'ALTER TABLE "as" ALTER COLUMN n TYPE text',
      "ALTER TABLE \"as\" ALTER COLUMN n SET DEFAULT '1'",
    ]);
  });

  test("a shorter text is not cut off silently", () => {
    const after = sketchDesign({ id: "customer", fields: [{ ...email, maxLength: 10 }] });
    expect(migrate(base, after)).toEqual([
      "ALTER TABLE customers ALTER COLUMN email TYPE varchar(10)",
    ]);
  });

  test("a value that an enumeration has no more", () => {
    const states = (...enumValues: string[]) =>
      sketchDesign({ id: "a", fields: [{ id: "state", type: "enum", enumValues }] });
    expect(migrate(states("new", "old"), states("new"))).toEqual([
      'ALTER TABLE "as" DROP CONSTRAINT as_state_check',
      "ALTER TABLE \"as\" ADD CONSTRAINT as_state_check CHECK (state IN ('new'))",
    ]);
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
    const statements = migrate(keyed("integer"), keyed("bigint"));
    expect(statements[0]).toBe("ALTER TABLE things DROP CONSTRAINT things_owner_id_fkey");
    expect(statements.at(-1)).toContain("ADD CONSTRAINT things_owner_id_fkey");
  });
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
  expect(migrations(three).size).toBe(9);
});
