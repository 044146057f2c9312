import { expect, test } from "vitest";
import type { Design, DesignRequirement } from "../../src/design/design.ts";
import type { UnitPart } from "../../src/design/unit-part.ts";
import { unitName } from "../../src/design/units.ts";
import type { DraftJob } from "../../src/pipeline/draft-design.ts";
import { settleDesign } from "../../src/pipeline/settle-design.ts";
import { readRequirements } from "../../src/requirements/read-requirements.ts";
import { emitOptions } from "../support/emit-options.ts";
import { sampleDesign } from "../support/sample-design.ts";
import { REQUIREMENTS, sampleHost } from "../support/sample-package.ts";
import type { StubArchitect } from "../support/stub-architect.ts";
import { stubArchitect } from "../support/stub-architect.ts";

test("a good design is proven once and nobody is asked", async () => {
  const architect = stubArchitect({}, { rounds: 3 });
  const settled = await settle(sampleDesign(), { architect });
  expect(architect.requests).toEqual([]);
  expect(settled.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(settled.artifacts.length).toBeGreaterThan(10);
});

test("an error goes to the unit that owns it, with its part; the rounds are counted on", async () => {
  const architect = stubArchitect({}, { rounds: 3 });
  const settled = await settle(withWrongContexts(1), { architect });
  expect(architect.requests.map(({ unit, round }) => [unit.kind, round])).toEqual([
    ["landscape", 4],
  ]);
  const [{ repair } = {}] = architect.requests;
  expect(JSON.stringify(repair?.part)).toContain("nowhere-1");
  expect(repair?.findings).toHaveLength(1);
  expect(settled.design).toEqual(sampleDesign());
  expect(settled.artifacts.length).toBeGreaterThan(10);
});

test("an architect of one round is told once what the whole design showed, and left at that", async () => {
  const stubborn = (_: unknown, right: UnitPart) => ({ value: wrong(right, 1), diagnostics: [] });
  const architect = stubArchitect({ landscape: stubborn }, { rounds: 1 });
  const settled = await settle(withWrongContexts(1), { architect });
  expect(architect.requests.map(({ unit, round }) => [unit.kind, round])).toEqual([
    ["landscape", 2],
  ]);
  expect(settled.artifacts).toEqual([]);
});

test("passes end after two, even where each one helps a little", async () => {
  const left = [4, 3, 2, 1];
  const architect = stubArchitect(
    {
      landscape: ({ repair }, right) => {
        const before = repair?.findings.length ?? 0;
        return { value: wrong(right, before > 0 ? before - 1 : 0), diagnostics: [] };
      },
    },
    { rounds: 2 },
  );
  const settled = await settle(withWrongContexts(left.length + 4), { architect });
  expect(architect.requests.map(({ round }) => round)).toEqual([3, 4, 5, 6]);
  expect(settled.design.system.deployables[0]?.contexts).toHaveLength(1 + 4);
});

test("a unit that gets worse is not taken, and its better neighbour is", async () => {
  const design = withWrongContexts(1);
  const role = design.system.auth.roles[0];
  if (role === undefined) throw new Error("the sample has no roles");
  const roles = [{ ...role, permissions: [...role.permissions, "no-such"] }];
  const broken: Design = {
    ...design,
    system: {
      ...design.system,
      auth: { ...design.system.auth, roles: [...roles, ...design.system.auth.roles.slice(1)] },
    },
  };
  const architect = stubArchitect(
    { landscape: (_, right) => ({ value: wrong(right, 5), diagnostics: [] }) },
    { rounds: 2 },
  );
  const settled = await settle(broken, { architect });
  expect(settled.design.system.deployables[0]?.contexts).toHaveLength(1 + 1);
  expect(settled.design.system.auth).toEqual(sampleDesign().system.auth);
});

test("a design that gets worse as a whole is not taken", async () => {
  const architect = stubArchitect(
    { landscape: (_, right) => ({ value: wrong(right, 2), diagnostics: [] }) },
    { rounds: 2 },
  );
  const before = withWrongContexts(2);
  const settled = await settle(before, { architect });
  expect(settled.design).toEqual(before);
  expect(architect.requests).toHaveLength(2);
});

test("the fallback takes over in a repair, and is named until the architect mends the unit", async () => {
  const architect = stubArchitect({ landscape: () => ({ diagnostics: [] }) }, { rounds: 2 });
  const fallback = stubArchitect({}, { name: "rules" });
  const taken = await settle(withWrongContexts(1), { architect, fallback });
  expect(taken.fallbacks).toEqual(["landscape"]);
  expect(taken.design).toEqual(sampleDesign());

  const able = stubArchitect({}, { rounds: 2 });
  const mended = await settle(withWrongContexts(1), { architect: able, fallback }, ["landscape"]);
  expect(mended.fallbacks).toEqual([]);
});

/** The sample with one more requirement, that nothing satisfies. */
function withOrphan(change: Partial<DesignRequirement> = {}): Design {
  const { system, contexts } = sampleDesign();
  const orphan: DesignRequirement = {
    id: "orphan",
    kind: "functional",
    name: "Renew loans",
    text: "Members can renew their loans once.",
    priority: "must",
    scope: "in",
    ...change,
  };
  return { system: { ...system, requirements: [...system.requirements, orphan] }, contexts };
}

function satisfying(right: UnitPart): UnitPart {
  const [first, ...rest] = right.context?.operations ?? [];
  if (first === undefined) throw new Error("the sample has no operations");
  const requirements = [...first.requirements, "orphan"];
  return {
    ...right,
    context: { ...right.context, operations: [{ ...first, requirements }, ...rest] },
  };
}

test.each<[Partial<DesignRequirement>, string]>([
  [{}, "api:lending"],
  [{ name: "Books", text: "The subjects of books and their copies are listed." }, "api:catalogue"],
  [{ name: "Music", text: "Music is played." }, "behaviour"],
  [{ kind: "quality" }, "platform"],
  [{ kind: "constraint" }, "technology"],
])("a requirement %j that nothing satisfies goes first to %s", async (change, first) => {
  const architect = stubArchitect({}, { design: withOrphan(change), rounds: 2 });
  await settle(withOrphan(change), { architect });
  expect(architect.requests.map(({ unit }) => unitName(unit)).slice(0, 2)).toEqual([
    first,
    "requirements",
  ]);
  expect(architect.requests[0]?.repair?.findings.map(({ code }) => code)).toEqual([
    "design/unsatisfied-requirement",
  ]);
});

test("a requirement that another unit satisfies is not taken to its owner", async () => {
  const architect = stubArchitect(
    { "api:lending": (_, right) => ({ value: satisfying(right), diagnostics: [] }) },
    { design: withOrphan() },
  );
  const settled = await settle(withOrphan(), { architect });
  expect(architect.requests.map(({ unit }) => unitName(unit))).toEqual(["api:lending"]);
  expect(settled.findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

async function settle(
  design: Design,
  who: { readonly architect: StubArchitect; readonly fallback?: StubArchitect },
  fallbacks: readonly string[] = [],
): ReturnType<typeof settleDesign> {
  const host = sampleHost();
  const reading = await readRequirements([{ path: "requirements.md", text: REQUIREMENTS }]);
  if (reading.value === undefined) throw new Error("the requirements cannot be read");
  const job: DraftJob = {
    ...who,
    reading: reading.value,
    options: { database: "postgresql" },
    log: host.log,
  };
  const paths = await host.assets.list("templates");
  const texts = await Promise.all(paths.map((path) => host.assets.read(path)));
  const templates = new Map(
    paths.map((path, index) => [path.slice("templates/".length), texts[index] ?? ""]),
  );
  return settleDesign({ design, fallbacks }, job, emitOptions(templates), host, "fast");
}

function withWrongContexts(count: number): Design {
  const design = sampleDesign();
  const part = wrong({ system: design.system, assumptions: [], openQuestions: [] }, count);
  return { ...design, system: { ...design.system, ...part.system } };
}

/** So many references of a deployable to contexts that nobody has: one finding each. */
function wrong(part: UnitPart, count: number): UnitPart {
  const [first, ...rest] = part.system?.deployables ?? [];
  if (first === undefined) throw new Error("the sample has no deployables");
  const names = Array.from({ length: count }, (_, index) => `nowhere-${index + 1}`);
  const deployables = [{ ...first, contexts: [...first.contexts, ...names] }, ...rest];
  return { ...part, system: { ...part.system, deployables } };
}
