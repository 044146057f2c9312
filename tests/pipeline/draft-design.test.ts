import { describe, expect, test } from "vitest";
import type { Design } from "../../src/design/design.ts";
import type { UnitPart } from "../../src/design/unit-part.ts";
import { unitName, unitsOf } from "../../src/design/units.ts";
import { declareDiagnostic } from "../../src/diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../../src/diagnostics/diagnostic.ts";
import type { DraftJob } from "../../src/pipeline/draft-design.ts";
import { draftDesign } from "../../src/pipeline/draft-design.ts";
import { readRequirements } from "../../src/requirements/read-requirements.ts";
import { sampleDesign } from "../support/sample-design.ts";
import { REQUIREMENTS } from "../support/sample-package.ts";
import { stubArchitect } from "../support/stub-architect.ts";

const failure = declareDiagnostic<{ readonly unit: string }>({
  code: "test/failure",
  severity: "error",
  message: ({ unit }) => `the stub failed at ${unit}`,
});

const failed: Outcome<UnitPart> = { diagnostics: [failure("package", { unit: "it" })] };

describe("drafting", () => {
  test("asks for every unit once, in order, with what is accepted before it", async () => {
    const architect = stubArchitect({}, { rounds: 3 });
    const draft = await draftDesign(await jobOf({ architect }));
    expect(draft).toMatchObject({ complete: true, fallbacks: [], diagnostics: [] });
    expect(draft.design).toEqual(sampleDesign());
    const { contexts } = sampleDesign().system;
    expect(architect.requests.map(({ unit }) => unitName(unit))).toEqual(
      unitsOf(contexts).map(unitName),
    );
    expect(architect.requests.every(({ round, repair }) => round === 1 && !repair)).toBe(true);
    const [data] = architect.about(`data:${contexts[0]?.id ?? ""}`);
    expect(data?.accepted.system.contexts).toHaveLength(contexts.length);
    expect(data?.accepted.contexts.every(({ entities }) => entities.length === 0)).toBe(true);
    expect(architect.about("reviews")[0]?.remarks).toBeDefined();
  });

  test("feeds findings back with the answer they are about, and stops when they are gone", async () => {
    const architect = stubArchitect(
      {
        landscape: ({ round }, right) => ({
          value: round < 3 ? withWrongContext(right, `nowhere-${round}`) : right,
          diagnostics: [],
        }),
      },
      { rounds: 5 },
    );
    const draft = await draftDesign(await jobOf({ architect }));
    expect(draft.design).toEqual(sampleDesign());
    const asked = architect.about("landscape");
    expect(asked.map(({ round }) => round)).toEqual([1, 2, 3]);
    expect(asked[0]?.repair).toBeUndefined();
    for (const [index, name] of ["nowhere-1", "nowhere-2"].entries()) {
      const repair = asked[index + 1]?.repair;
      expect(JSON.stringify(repair?.part)).toContain(name);
      expect(repair?.findings.map(({ message }) => message).join()).toContain(name);
      expect(repair?.findings.every(({ severity }) => severity === "error")).toBe(true);
    }
  });

  test("asks no more rounds than the architect allows, and keeps the best answer", async () => {
    const wrong = [2, 1, 3];
    const architect = stubArchitect(
      {
        landscape: ({ round }, right) => ({
          value: withWrongContexts(right, wrong[round - 1] ?? 0),
          diagnostics: [],
        }),
      },
      { rounds: 3 },
    );
    const draft = await draftDesign(await jobOf({ architect }));
    expect(architect.about("landscape")).toHaveLength(3);
    expect(JSON.stringify(draft.design).match(/nowhere/g)).toHaveLength(1);
    expect(draft.complete).toBe(true);
  });
});

describe("the fallback", () => {
  test("takes over a unit that failed, is named, and the reasons become warnings", async () => {
    const architect = stubArchitect({ access: () => failed });
    const fallback = stubArchitect({}, { name: "rules" });
    const draft = await draftDesign(await jobOf({ architect, fallback }));
    expect(draft).toMatchObject({ complete: true, fallbacks: ["access"] });
    expect(draft.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["test/failure", "warning"],
    ]);
    expect(fallback.requests.map(({ unit, round }) => [unitName(unit), round])).toEqual([
      ["access", 1],
    ]);
    expect(draft.design).toEqual(sampleDesign());
  });

  test("takes over a unit whose findings stay, where its own are fewer", async () => {
    const architect = stubArchitect(
      { landscape: (_, right) => ({ value: withWrongContexts(right, 2), diagnostics: [] }) },
      { rounds: 2 },
    );
    const better = stubArchitect({
      landscape: (_, right) => ({ value: withWrongContexts(right, 1), diagnostics: [] }),
    });
    const taken = await draftDesign(await jobOf({ architect, fallback: better }));
    expect(taken.fallbacks).toEqual(["landscape"]);
    const worse = stubArchitect({
      landscape: (_, right) => ({ value: withWrongContexts(right, 3), diagnostics: [] }),
    });
    const kept = await draftDesign(await jobOf({ architect, fallback: worse }));
    expect(kept.fallbacks).toEqual([]);
    expect(JSON.stringify(kept.design).match(/nowhere/g)).toHaveLength(2);
  });

  test("does not replace an answer with findings when it fails itself", async () => {
    const architect = stubArchitect({
      landscape: (_, right) => ({ value: withWrongContexts(right, 1), diagnostics: [] }),
    });
    const fallback = stubArchitect({ landscape: () => failed }, { name: "rules" });
    const draft = await draftDesign(await jobOf({ architect, fallback }));
    expect(draft).toMatchObject({ complete: true, fallbacks: [] });
    expect(draft.design.system.deployables).toHaveLength(sampleDesign().system.deployables.length);
  });

  test("is not there under --strict: the draft ends at the unit, as an error", async () => {
    const architect = stubArchitect({ access: () => failed });
    const draft = await draftDesign(await jobOf({ architect }));
    expect(draft.complete).toBe(false);
    expect(draft.diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
    expect(architect.about("behaviour")).toEqual([]);
  });

  test("fails as well: the draft ends", async () => {
    const architect = stubArchitect({ access: () => failed });
    const fallback = stubArchitect({ access: () => failed });
    const draft = await draftDesign(await jobOf({ architect, fallback }));
    expect(draft.complete).toBe(false);
    expect(draft.diagnostics.map(({ severity }) => severity)).toEqual(["warning", "error"]);
  });
});

test("an answer that comes after a failed round is not lost, nor the best one before it", async () => {
  const architect = stubArchitect(
    {
      landscape: ({ round }, right) =>
        round === 1 ? { value: withWrongContexts(right, 1), diagnostics: [] } : failed,
    },
    { rounds: 3 },
  );
  const draft = await draftDesign(await jobOf({ architect }));
  expect(draft.complete).toBe(true);
  expect(architect.about("landscape")).toHaveLength(2);
  expect(JSON.stringify(draft.design).match(/nowhere/g)).toHaveLength(1);
});

async function jobOf(job: Partial<DraftJob>): Promise<DraftJob> {
  const reading = await readRequirements([{ path: "requirements.md", text: REQUIREMENTS }]);
  if (reading.value === undefined) throw new Error("the requirements cannot be read");
  return {
    architect: stubArchitect(),
    reading: reading.value,
    options: { database: "postgresql" },
    log: { progress: () => {}, detail: () => {} },
    ...job,
  };
}

function withWrongContexts(part: UnitPart, count: number): UnitPart {
  let wrong = part;
  for (let number = 1; number <= count; number++)
    wrong = withWrongContext(wrong, `nowhere-${number}`);
  return wrong;
}

/** One more context in a deployable, that nobody has: one finding each. */
function withWrongContext(part: UnitPart, context: string): UnitPart {
  const [first, ...rest] = part.system?.deployables ?? [];
  if (first === undefined) throw new Error("the sample has no deployables");
  const deployables: Design["system"]["deployables"] = [
    { ...first, contexts: [...first.contexts, context] },
    ...rest,
  ];
  return { ...part, system: { ...part.system, deployables } };
}
