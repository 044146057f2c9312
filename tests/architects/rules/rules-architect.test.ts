import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { designChecks } from "../../../src/checks/registry.generated.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design } from "../../../src/design/design.ts";
import { createRulesArchitect } from "../../../src/architects/rules/rules-architect.ts";
import { draftAll, faultsOf, readFileAsRequirements, readText } from "./draft-all.ts";

const MARKETPLACE = "examples/marketplace/requirements.md";
const SHARED = "../shared/data/requirements";
const DOCUMENTS = [
  "camperplus-user-stories.txt",
  "conduit-endpoints.md",
  "conduit-features.md",
  "conduit-response-format.md",
  "idcenter-prd.md",
  "logistics-prd.md",
  "supermarket-user-stories.txt",
].map((name) => `${SHARED}/${name}`);

function findingsOf(design: Design): readonly string[] {
  const index = indexDesign(design);
  return designChecks.flatMap((check) =>
    check.check(design, index).map(({ code, message }) => `${code}: ${message}`),
  );
}

function pathsOf(design: Design): readonly string[] {
  return design.contexts.flatMap(({ operations }) =>
    operations.flatMap(({ http }) => (http === undefined ? [] : [`${http.method} ${http.path}`])),
  );
}

function entityNames(design: Design): readonly string[] {
  return design.contexts.flatMap(({ entities }) => entities.map(({ id }) => id)).sort();
}

describe("the rules architect", () => {
  it("is deterministic and asks for one round", async () => {
    const { name, rounds } = createRulesArchitect();
    expect({ name, rounds }).toEqual({ name: "rules", rounds: 1 });
    const first = await draftAll(await readFileAsRequirements(MARKETPLACE));
    const second = await draftAll(await readFileAsRequirements(MARKETPLACE));
    expect(second).toEqual(first);
  }, 60_000);

  it("drafts the marketplace as a backend lead would expect it", async () => {
    const design = await draftAll(await readFileAsRequirements(MARKETPLACE));
    expect(faultsOf(design)).toEqual([]);
    expect(findingsOf(design)).toEqual([]);
    expect(design.system.contexts.map(({ id }) => id).sort()).toEqual([
      "catalogue",
      "identity",
      "ordering",
      "payments",
    ]);
    expect(entityNames(design)).toEqual([
      "account",
      "cart",
      "cart-line",
      "category",
      "order",
      "order-line",
      "password-reset",
      "payment",
      "payment-event",
      "product",
      "refund",
      "review",
      "session",
      "shop",
      "stock-reservation",
    ]);
    expect(pathsOf(design)).toEqual(
      expect.arrayContaining([
        "post /accounts",
        "post /sessions",
        "post /orders",
        "post /orders/{orderId}/cancel",
        "post /orders/{orderId}/ship",
        "get /products",
        "patch /products/{productId}",
        "post /products/{productId}/reviews",
        "put /cart/lines/{productId}",
        "post /webhooks/stripe",
      ]),
    );
    const order = design.contexts
      .flatMap(({ entities }) => entities)
      .find(({ id }) => id === "order");
    expect(order?.lifecycle?.transitions.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "pending paid",
      "paid shipped",
      "shipped delivered",
      "pending cancelled",
      "paid cancelled",
    ]);
    expect(order?.retentionDays).toBe(3650);
    expect(order?.uniqueKeys.map(({ fields }) => fields)).toContainEqual(["order-number"]);
  }, 60_000);

  it("takes load and targets from the text, and ignores what is out of scope", async () => {
    const { system } = await draftAll(await readFileAsRequirements(MARKETPLACE));
    expect(system.load.concurrentUsers).toMatchObject({ value: 1_000_000, basis: "stated" });
    expect(system.load.registeredUsers).toMatchObject({ value: 12_000_000, basis: "stated" });
    expect(system.load.thinkTimeSeconds.value).toBe(20);
    expect(system.load.readShare.value).toBe(0.95);
    expect(system.targets.find(({ measure }) => measure === "availability")).toMatchObject({
      value: 99.95,
      basis: "stated",
    });
    expect(
      system.requirements.filter(({ scope }) => scope === "out").map(({ text }) => text),
    ).toEqual(["Native mobile apps.", "Auctions."]);
    expect(system.auth.mechanisms).toMatchObject([{ kind: "jwt", accessTokenMinutes: 15 }]);
  }, 60_000);

  it("gives each role only what its stories ask for", async () => {
    const { system } = await draftAll(await readFileAsRequirements(MARKETPLACE));
    const permissions = (role: string) =>
      system.auth.roles.find(({ id }) => id === role)?.permissions ?? [];
    expect(permissions("support-agent")).toContain("accounts-suspend");
    expect(permissions("seller")).toContain("orders-ship");
    expect(permissions("buyer")).not.toContain("orders-ship");
    expect(permissions("buyer")).not.toContain("accounts-suspend");
  }, 60_000);

  it("keeps a small system in one context without event stream or search engine", async () => {
    const design = await draftAll(
      await readText(
        "# Notes\n\n- As a user, I want to create notes with a title and a body, so that I remember.\n- As a user, I want to delete a note.\n",
      ),
    );
    expect(findingsOf(design)).toEqual([]);
    expect(entityNames(design)).toEqual(["note"]);
    expect(design.system.deployables.map(({ kind }) => kind)).toEqual(["service"]);
    expect(design.system.stores.map(({ kind }) => kind)).toEqual(["relational"]);
    expect(pathsOf(design)).toEqual(
      expect.arrayContaining(["post /notes", "delete /notes/{noteId}", "get /notes"]),
    );
  });

  it("says what it could not turn into anything", async () => {
    const design = await draftAll(
      await readText(
        "# Shop\n\n- As a customer, I want to create orders.\n- As a customer, I want to change the font size of the text.\n- As a customer, I want to feel at home.\n",
      ),
    );
    // What only a screen can do is out of scope, with the reason.
    expect(design.system.requirements.find(({ scope }) => scope === "out")).toMatchObject({
      text: "As a customer, I want to change the font size of the text.",
      reason: "It is about what a client shows or reads; the API only carries the data.",
    });
    const open = design.system.requirements.filter(({ scope }) => scope === "open");
    expect(open.map(({ text }) => text)).toEqual(["As a customer, I want to feel at home."]);
    expect(design.system.openQuestions.some(({ requirement }) => requirement === open[0]?.id)).toBe(
      true,
    );
  });

  it("takes endpoints of the text as they are", async () => {
    const design = await draftAll(
      await readText(
        "# API\n\n## Articles\n\n`POST /api/articles`\n\nAuthentication required, returns an Article. Required fields: `title`, `body`\n\n`GET /api/articles/:slug`\n\nNo authentication required, will return single article\n\nAn article has a title and a body.\n",
      ),
    );
    expect(design.system.api.basePath).toBe("/api");
    expect(pathsOf(design)).toEqual(
      expect.arrayContaining(["post /articles", "get /articles/{slug}"]),
    );
    expect(findingsOf(design)).toEqual([]);
  });

  it("keeps the ids of the previous design", async () => {
    const reading = await readFileAsRequirements(MARKETPLACE);
    const before = await draftAll(reading);
    const text = JSON.stringify(before)
      .replaceAll('"id":"cart"', '"id":"basket"')
      .replaceAll('"to":"cart"', '"to":"basket"');
    const base = JSON.parse(text) as Design;
    const after = await draftAll(reading, base);
    expect(entityNames(after)).toContain("basket");
    expect(entityNames(after)).not.toContain("cart");
    expect(faultsOf(after)).toEqual([]);
  }, 60_000);

  it("survives hostile text", async () => {
    const words =
      "As a user, I want to add constructor, __proto__ and toString to my hasOwnProperty.\n";
    const long = `- The ${"order of the customer and the ".repeat(120)}long order has a title.\n`;
    const design = await draftAll(
      await readText(
        `# ../../etc/passwd \u202e\n\nThis is the list of what the users of the shop want to be able to do with it every day.\n\n- ${words}${long}- As a \`rm -rf\`, I want to drop table; -- users.\n- An e-mail has a subject, a (.*)+ and a $1.\n`,
      ),
    );
    expect(faultsOf(design)).toEqual([]);
  });

  it.skipIf(!existsSync(SHARED)).each(DOCUMENTS)(
    "drafts %s without findings",
    async (path) => {
      const design = await draftAll(await readFileAsRequirements(path));
      expect(faultsOf(design)).toEqual([]);
      expect(findingsOf(design)).toEqual([]);
    },
    60_000,
  );
});
