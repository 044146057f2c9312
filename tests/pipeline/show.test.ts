import { describe, expect, test } from "vitest";
import { show } from "../../src/pipeline/show.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { invalid, valid } from "../support/cases.ts";

const ROOT = "output/marketplace";
const host = createNodeHost({ quiet: true });

async function textOf(what?: string): Promise<string> {
  const { value, diagnostics } = await show(what, ROOT, host);
  expect(diagnostics).toEqual([]);
  return value ?? "";
}

describe("show", () => {
  test("without a name lists all that can be shown, and each of it can be", async () => {
    const list = await textOf();
    const names = list
      .split("\n")
      .slice(2)
      .flatMap((line) => line.split(/ {2,}/)[0] ?? [])
      .filter((name) => name !== "");
    expect(names).toEqual(expect.arrayContaining(["architecture", "operations", "ordering/order"]));
    for (const name of names) expect((await textOf(name)).trim(), name).not.toBe("");
  });

  test("a package instead of a name is that package's list", async () => {
    expect((await show(ROOT, ".", host)).value).toBe(await textOf());
  });

  test("a sequence keeps every participant and message, and no line ends in space", async () => {
    const text = await textOf("flow-place-order");
    for (const words of ["Buyer", "API gateway", "Ordering service", "Publish: Order placed"]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/ $/m);
  });

  test("an entity has its keys, references and lifecycle", async () => {
    expect(await textOf("ordering/order-line")).toMatch(/^Order id +uuid +FK.*→ Order$/m);
    expect(await textOf("ordering/order")).toContain("pending ──▶ paid");
  });

  test("architecture goes by context, containers by frame with dashed lines for events", async () => {
    const tree = await textOf("architecture");
    expect(tree).toMatch(/^Ordering {2}\(core\)$/m);
    expect(tree).toMatch(/^├─ Ordering service/m);
    expect(await textOf("containers")).toContain("┄┄▶ Event stream: 3 events");
  });
});

valid("package/unknown-part", "a table", async () => show("operations", ROOT, host));
invalid("package/unknown-part", "a word that nothing is called", async () =>
  show("operation", ROOT, host),
);
invalid("package/unknown-part", "a name of an object's own", async () =>
  show("__proto__", ROOT, host),
);

test("what is near is offered, and what is hostile is not printed as it is", async () => {
  const near = await show("opertions", ROOT, host);
  expect(near.diagnostics[0]?.message).toContain("did you mean operations");
  const hostile = await show(`\u001b[31m${"x".repeat(5000)}`, ROOT, host);
  expect(hostile.diagnostics[0]?.message).not.toContain("\u001b");
  expect(hostile.diagnostics[0]?.message.length).toBeLessThan(200);
});
