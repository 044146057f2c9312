import { describe, expect, test } from "vitest";
import { isStopSignal } from "../../src/host/memory.ts";
import { check } from "../../src/pipeline/check.ts";
import { emitPackage } from "../../src/pipeline/emit-package.ts";
import type { WritePlan } from "../../src/pipeline/write-package.ts";
import { carryOut, planWrite } from "../../src/pipeline/write-package.ts";
import { readPackage } from "../../src/pipeline/read-package.ts";
import { loadTemplates } from "../../src/pipeline/load-templates.ts";
import { optionsOf } from "../../src/pipeline/options-of.ts";
import { relock } from "../../src/pipeline/relock.ts";
import { sampleDesign } from "../support/sample-design.ts";
import {
  generateSample,
  packageHost,
  ROOT,
  sampleTree,
  treeOf,
} from "../support/sample-package.ts";
import { stubArchitect } from "../support/stub-architect.ts";

type Tree = Readonly<Record<string, string>>;

// Real emission of a changed design over a package that is there; then the process ends at one
// change of a file after another, and the next command must find the old tree or the new one.
describe.each([false, true])("stopped at any change (torn: %s)", (torn) => {
  test("the next command finds the old package or the new one, byte for byte", async () => {
    const old = await sampleTree();
    const { plan, tree, changes } = await changedPackage();
    expect(Object.keys(tree)).not.toEqual(Object.keys(old));
    const outcomes = { old: 0, new: 0 };
    for (let stop = 1; stop <= changes; stop++) {
      const host = await packageHost({}, { stopAfterWrites: stop, torn });
      await expect(carryOut(host.files, ROOT, plan)).rejects.toSatisfy(isStopSignal);
      const next = await packageHost(withoutSample(treeOf(host), old));
      expect((await readPackage(next.files, ROOT)).diagnostics).toEqual([]);
      const found = treeOf(next);
      const isOld = JSON.stringify(found) === JSON.stringify(sorted(old));
      if (!isOld) expect(found).toEqual(tree);
      outcomes[isOld ? "old" : "new"] += 1;
    }
    expect(outcomes.old).toBeGreaterThan(3);
    expect(outcomes.new).toBeGreaterThan(3);
  });
});

test("generate itself, stopped early, in the middle and late, is ended by check", async () => {
  const old = await sampleTree();
  const { tree, changes } = await changedPackage();
  for (const stop of [1, Math.floor(changes / 2), changes - 1]) {
    const host = await packageHost({}, { stopAfterWrites: stop, torn: true });
    await expect(generateSample(host, changedRequest())).rejects.toSatisfy(isStopSignal);
    const next = await packageHost(withoutSample(treeOf(host), old));
    const report = await check({ roots: [], depth: "fast" }, next);
    expect(report.diagnostics).toEqual([]);
    expect([sorted(old), tree]).toContainEqual(treeOf(next));
  }
});

test("a first generate that was stopped leaves nothing after the next command", async () => {
  const { "library/requirements.md": requirements = "" } = await sampleTree();
  for (const stop of [1, 2, 20]) {
    const options = { stopAfterWrites: stop, torn: true };
    const all = Object.keys(await sampleTree()).map((path) => [path, undefined]);
    const nothing = { ...Object.fromEntries(all), "library/requirements.md": requirements };
    const host = await packageHost(nothing, options);
    await expect(generateSample(host)).rejects.toSatisfy(isStopSignal);
    const next = await packageHost(withoutSample(treeOf(host), await sampleTree()));
    await check({ roots: [ROOT], depth: "fast" }, next);
    expect(Object.keys(treeOf(next))).toEqual(["library/requirements.md"]);
    await generateSample(next);
    expect(treeOf(next)).toEqual(sorted(await sampleTree()));
  }
});

interface Changed {
  readonly plan: WritePlan;
  readonly tree: Tree;
  /** How many calls that change files it takes. */
  readonly changes: number;
}

/** The package of a design with one context less and another title. */
async function changedPackage(): Promise<Changed> {
  const host = await packageHost();
  await generateSample(host, changedRequest());
  const tree = treeOf(host);
  const changes = host.changes();
  const again = await packageHost();
  const { value: stored } = await readPackage(again.files, ROOT);
  if (stored === undefined) throw new Error("the sample cannot be read");
  const templates = await loadTemplates(again.assets);
  const { artifacts } = await emitPackage(changedDesign(), optionsOf(stored, templates));
  const lock = relock(stored.lock, changedDesign(), templates, stored.lock.groundplan);
  const plan = await planWrite(again.files, artifacts, lock, {
    root: ROOT,
    previous: stored.lock,
    force: false,
    designIsInput: false,
  });
  expect(plan.diagnostics).toEqual([]);
  expect(plan.removed.length).toBeGreaterThan(0);
  expect(plan.created.length).toBeGreaterThan(0);
  return { plan, tree, changes };
}

function changedRequest(): { readonly architect: ReturnType<typeof stubArchitect> } {
  return { architect: stubArchitect({}, { design: changedDesign() }) };
}

/** A flow is called otherwise (one file goes, another comes), and every document has a new title. */
function changedDesign(): ReturnType<typeof sampleDesign> {
  const { system, contexts } = sampleDesign();
  const [first, ...rest] = system.flows;
  if (first === undefined) throw new Error("the sample has no flows");
  const renamed = JSON.stringify({ system, contexts }).replaceAll(`"${first.id}"`, '"other-flow"');
  const design = JSON.parse(renamed) as ReturnType<typeof sampleDesign>;
  expect(rest.length).toBeGreaterThan(0);
  return { ...design, system: { ...design.system, title: "Town library" } };
}

/** What a host must be given to hold exactly a tree: the sample's other files are taken out. */
function withoutSample(tree: Tree, sample: Tree): Readonly<Record<string, string | undefined>> {
  const gone = Object.keys(sample).filter((path) => !(path in tree));
  return { ...Object.fromEntries(gone.map((path) => [path, undefined])), ...tree };
}

function sorted(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).sort(([a], [b]) => (a < b ? -1 : 1)));
}
