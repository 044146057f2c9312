import { expect, test } from "vitest";
import { authDiagrams } from "../../../src/artifacts/mermaid/auth-diagrams.ts";
import type { Diagram } from "../../../src/artifacts/mermaid/diagram.ts";
import { mermaidDiagramCheck } from "../../../src/checks/artifacts/mermaid-diagram.ts";
import { mermaidSyntaxCheck } from "../../../src/checks/artifacts/mermaid-syntax.ts";
import type { Design } from "../../../src/design/design.ts";
import { checkContext } from "../../support/check-context.ts";
import type { Editable } from "../../support/edit-design.ts";
import { editDesign, pick } from "../../support/edit-design.ts";
import { sampleDesign } from "../../support/sample-design.ts";
import { hostileLabels } from "./hostile-labels.ts";

type Mechanism = Editable<Design>["system"]["auth"]["mechanisms"][number];
type Shape = "bare" | "identity" | "gateway" | "machines";

const SHAPES: readonly Shape[] = ["bare", "identity", "gateway", "machines"];
const KINDS: readonly Mechanism["kind"][] = ["jwt", "oauth2", "session", "api-key"];

test.each(KINDS.flatMap((kind) => SHAPES.map((shape) => [kind, shape] as const)))(
  "%s in a design of the shape %s can be drawn and read",
  async (kind, shape) => {
    for (const lifetimes of [{ accessTokenMinutes: 7, refreshTokenDays: 13 }, {}]) {
      const diagram = draw(kind, shape, lifetimes);
      expect(await findings(diagram)).toEqual([]);
      const messages = diagram.text.match(/^\s+p_\w+-?->>p_\w+: /gm) ?? [];
      expect(messages.length).toBeGreaterThan(5);
      expect(messages.length).toBeLessThanOrEqual(25);
      const declared = [...diagram.text.matchAll(/^ {2}(?:actor|participant) (\w+)/gm)];
      const aliases = declared.map(([, alias]) => alias);
      expect(aliases.length).toBeLessThanOrEqual(8);
      const used = diagram.text
        .split("\n")
        .flatMap((line) => /^\s+(p_\w+?)-{1,2}>>(p_\w+):/.exec(line)?.slice(1) ?? []);
      expect(new Set(used)).toEqual(new Set(aliases));
    }
  },
);

test("a token lives as long as the design says", () => {
  const text = draw("jwt", "identity", { accessTokenMinutes: 7, refreshTokenDays: 13 }).text;
  const shown = text.replaceAll("<br/>", " ");
  expect(shown).toContain("Access token (7 min) and refresh token (13 days)");
  expect(shown).toContain("stays valid for up to 7 min");
  const bare = draw("jwt", "identity", {}).text;
  expect(bare).not.toMatch(/\d+ (?:min|days)/);
  expect(bare.replaceAll("<br/>", " ")).toContain("There is no refresh token");
  expect(bare).not.toContain(": Refresh token");
});

test("a session and its latest end are told apart", () => {
  const text = draw("session", "identity", { accessTokenMinutes: 7, refreshTokenDays: 13 }).text;
  expect(text.replaceAll("<br/>", " ")).toContain(
    "A session ends after 7 min without a call, and at the latest after 13 days",
  );
  expect(text).toContain("CSRF");
});

test("requests pass a gateway where there is one", () => {
  const text = draw("jwt", "gateway", { refreshTokenDays: 13 }).text;
  expect(text).toContain("p_edge->>p_lending_service: Pass on");
  expect(draw("jwt", "identity", {}).text).not.toContain("p_edge");
});

test("who issues tokens is a part of the design, or said to be somebody else", () => {
  expect(draw("jwt", "bare", {}).text).toContain("as Identity provider");
  expect(draw("jwt", "bare", {}).text).not.toContain("database");
  const inside = draw("jwt", "identity", {}).text;
  expect(inside).not.toContain("as Identity provider");
  expect(inside).toContain("p_lending_service->>p_library_db: Compare with the stored hash");
  const outside = editDesign(({ system }) => {
    pick(system.actors, "mail-provider").description = "Signs members in with OpenID Connect.";
  });
  expect(authDiagrams(outside)[0]?.text).toContain("as Mail provider");
});

test("persons get a code with a proof key, systems their own credentials", () => {
  const people = draw("oauth2", "gateway", { refreshTokenDays: 13 });
  expect(people.title).toContain("authorization code with PKCE");
  expect(people.text).toContain("verifier");
  const machines = draw("oauth2", "machines", { refreshTokenDays: 13 });
  expect(machines.title).toContain("client credentials");
  expect(machines.text).not.toContain("verifier");
  expect(machines.text).not.toContain("refresh token (13 days)");
});

test("a key is for systems, not for the persons of a role", () => {
  const [, key] = authDiagrams(sampleDesign());
  expect(key?.text).toContain("as Calling system");
  expect(key?.text).not.toContain("actor ");
  expect(draw("api-key", "machines", {}).text).toContain("as Mail provider");
});

test("hostile names do not break out of a diagram", async () => {
  for (const name of hostileLabels) {
    const design = editDesign(({ system }) => {
      for (const one of [...system.actors, ...system.deployables, ...system.auth.mechanisms]) {
        one.name = name;
      }
    });
    for (const diagram of authDiagrams(design)) expect(await findings(diagram)).toEqual([]);
  }
});

test("without anything that could be called there is no diagram", () => {
  const design = editDesign(({ system }) => {
    system.deployables = [];
  });
  expect(authDiagrams(design)).toEqual([]);
});

/** The diagram of one mechanism, which guards everything. */
function draw(kind: Mechanism["kind"], shape: Shape, lifetimes: Partial<Mechanism>): Diagram {
  const design = editDesign(({ system, contexts }) => {
    const { id, name, description } = pick(system.auth.mechanisms, "member-token");
    system.auth.mechanisms = [
      { id, name, description, kind, audiences: [], requirements: [], ...lifetimes },
    ];
    for (const { operations } of contexts) {
      for (const { auth } of operations) auth.mechanisms = auth.mechanisms.length > 0 ? [id] : [];
    }
    if (shape !== "bare") pick(system.contexts, "lending").name = "Users and sessions";
    if (shape === "gateway") {
      const service = pick(system.deployables, "catalogue-service");
      const edge = { ...service, id: "edge", name: "Edge", kind: "gateway" as const, contexts: [] };
      system.deployables.unshift(edge);
    }
    if (shape === "machines") {
      for (const role of system.auth.roles) role.actors = ["mail-provider"];
    }
  });
  const [diagram] = authDiagrams(design);
  if (diagram === undefined) throw new Error("there is no diagram");
  return diagram;
}

async function findings({ name, text, origins }: Diagram) {
  const artifact = { path: `diagrams/${name}.mmd`, kind: "mermaid" as const, text, origins };
  return [
    ...(await mermaidSyntaxCheck.check([artifact], checkContext())),
    ...(await mermaidDiagramCheck.check([artifact], checkContext())),
  ];
}
