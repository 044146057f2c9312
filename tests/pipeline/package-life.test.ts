import { describe, expect, test } from "vitest";
import { createRulesArchitect } from "../../src/architects/rules/rules-architect.ts";
import { parseLock } from "../../src/artifacts/lock.ts";
import type { Design } from "../../src/design/design.ts";
import { check } from "../../src/pipeline/check.ts";
import { render } from "../../src/pipeline/render.ts";
import { exitStatus } from "../../src/reporters/exit-status.ts";
import { digest } from "../../src/util/digest.ts";
import { sampleDesign } from "../support/sample-design.ts";
import {
  changedPaths,
  checkAll,
  codesOf,
  editedSystem,
  generateSample,
  packageHost,
  ROOT,
  sampleHost,
  sampleTree,
  SYSTEM,
  textAt,
  treeOf,
} from "../support/sample-package.ts";
import { stubArchitect } from "../support/stub-architect.ts";

const README = `${ROOT}/README.md`;
const LOCK = `${ROOT}/groundplan.lock.json`;
const UP = `${ROOT}/database/catalogue/migrations/0001_initial.up.sql`;

describe("generate", () => {
  test("makes a package that check finds clean, whose lock names every file", async () => {
    const host = await packageHost();
    const report = await checkAll(host);
    expect(report.diagnostics).toEqual([]);
    expect(exitStatus(report, "info")).toBe(0);
    const tree = treeOf(host);
    const lock = parseLock(textAt(tree, LOCK)).value;
    const inPackage = Object.keys(tree).filter((path) => path.startsWith(`${ROOT}/`));
    expect(Object.keys(lock?.artifacts ?? {}).map((path) => `${ROOT}/${path}`)).toEqual(
      inPackage.filter((path) => path !== LOCK),
    );
    expect(lock?.requirements).toEqual([
      {
        path: "../../library/requirements.md",
        digest: digest(textAt(tree, "library/requirements.md")),
      },
    ]);
  });

  test("again changes nothing, not even by writing", async () => {
    const host = await packageHost();
    const report = await generateSample(host);
    expect(exitStatus(report, "error")).toBe(0);
    expect(host.changes()).toBe(0);
    expect(treeOf(host)).toEqual(await sampleTree());
  });

  test("writes only what follows from a change, and adds a migration", async () => {
    const host = await packageHost();
    await generateSample(host, { architect: stubArchitect({}, { design: longerTitles() }) });
    const paths = await changedPaths(host);
    expect(paths).toContain(`${ROOT}/design/contexts/catalogue.json`);
    expect(paths).toContain(`${ROOT}/database/catalogue/schema.sql`);
    expect(paths.filter((path) => path.includes("migrations/0002_"))).toHaveLength(3);
    expect(paths.filter((path) => path.includes("migrations/0001_"))).toEqual([]);
    expect(paths.filter((path) => path.includes("/lending"))).toEqual([]);
    expect((await checkAll(host)).diagnostics).toEqual([]);
  });

  test("as a dry run writes nothing and says what it would write", async () => {
    const host = sampleHost();
    const report = await generateSample(host, { dryRun: true });
    expect(host.changes()).toBe(0);
    expect(report.summary).toContainEqual({
      label: "package",
      text: `${ROOT} (nothing written)`,
    });
    expect(report.summary.find(({ label }) => label === "files")?.text).toMatch(/^\d\d new, 0/);
  });

  test.each(["out/lib/", "./out/lib", "/desk/out/lib", "out\\lib", "x/../out/lib//"])(
    "takes the output folder as %s",
    async (output) => {
      const host = sampleHost();
      const report = await generateSample(host, { output });
      expect(report.summary[0]).toEqual({ label: "package", text: "out/lib" });
      const lock = parseLock(textAt(treeOf(host), "out/lib/groundplan.lock.json")).value;
      expect(lock?.requirements.map(({ path }) => path)).toEqual(["../../library/requirements.md"]);
      expect(codesOf(await check({ roots: [output], depth: "fast" }, host))).toEqual([]);
    },
  );

  test("into the working folder, and never into the root of the file system", async () => {
    for (const output of [".", "", "./"]) {
      const host = sampleHost();
      const report = await generateSample(host, { output });
      expect(report.summary[0]?.text).toBe(".");
      expect(Object.keys(host.snapshot())).toContain("/desk/groundplan.lock.json");
      expect(Object.keys(host.snapshot()).every((path) => path.startsWith("/desk/"))).toBe(true);
      expect((await check({ roots: [], depth: "fast" }, host)).diagnostics).toEqual([]);
    }
  });

  test("outside the working folder", async () => {
    const host = sampleHost();
    await generateSample(host, { output: "/elsewhere/lib" });
    const report = await check({ roots: ["/elsewhere/lib"], depth: "fast" }, host);
    expect(report).toMatchObject({ diagnostics: [], status: "done" });
    await host.files.write("/elsewhere/lib/README.md", "mine");
    const [found] = (await check({ roots: ["../elsewhere/lib"], depth: "fast" }, host)).diagnostics;
    expect(found?.artifact?.path).toBe("/elsewhere/lib/README.md");
  });

  test("of a folder reads no package in it, so that it stays the same", async () => {
    const host = sampleHost({ "notes.md": "The librarian must be able to remove books.\n" });
    const request = { inputs: ["."], output: "output/all", architect: createRulesArchitect() };
    await generateSample(host, request);
    const before = treeOf(host);
    await generateSample(host, request);
    expect(treeOf(host)).toEqual(before);
    const lock = parseLock(textAt(before, "output/all/groundplan.lock.json")).value;
    expect(lock?.requirements.map(({ path }) => path)).toEqual([
      "../../library/requirements.md",
      "../../notes.md",
    ]);
  });

  test("reads a file once, however often it is named", async () => {
    const host = sampleHost();
    const inputs = ["library/requirements.md", "./library/../library/requirements.md", "library"];
    await generateSample(host, { inputs });
    const lock = parseLock(textAt(treeOf(host), LOCK)).value;
    expect(lock?.requirements).toHaveLength(1);
  });

  test("that fails under --strict writes nothing and could not run", async () => {
    const host = await packageHost();
    const architect = stubArchitect({ access: () => ({ diagnostics: [] }) });
    const report = await generateSample(host, { architect });
    expect(exitStatus(report, "error")).toBe(2);
    expect(host.changes()).toBe(0);
  });

  test("names the units that the fallback drafted, in the lock and the summary", async () => {
    const host = sampleHost();
    const architect = stubArchitect({ access: () => ({ diagnostics: [] }) });
    const fallback = stubArchitect({}, { name: "rules" });
    const report = await generateSample(host, { architect, fallback });
    expect(report.summary[1]?.text).toBe("stub; by the rules: access");
    const lock = parseLock(textAt(treeOf(host), LOCK)).value;
    expect(lock?.fallbacks).toEqual(["access"]);
    expect((await checkAll(host)).diagnostics).toEqual([]);
  });

  test("keeps a design that cannot be rendered, and harms no package that is there", async () => {
    const architect = stubArchitect({}, { design: wrongDesign() });
    const fresh = sampleHost();
    expect(exitStatus(await generateSample(fresh, { architect }), "error")).toBe(1);
    expect(Object.keys(treeOf(fresh))).toContain(SYSTEM);
    expect(Object.keys(treeOf(fresh))).not.toContain(README);

    const host = await packageHost();
    const report = await generateSample(host, { architect });
    expect(exitStatus(report, "error")).toBe(1);
    expect(await changedPaths(host)).toEqual([SYSTEM, LOCK]);
    expect(codesOf(await checkAll(host))).toEqual(["design/unresolved-reference"]);
    // Mended by hand, it is the package that it was.
    await host.files.write(SYSTEM, textAt(await sampleTree(), SYSTEM));
    expect(codesOf(await render({ root: ROOT, force: false, dryRun: false }, host))).toEqual([]);
    expect(treeOf(host)).toEqual(await sampleTree());
  });

  test("asks before it drafts over a design that was edited and not rendered", async () => {
    const host = await packageHost(
      await editedSystem("one city's branches", "one town's branches"),
    );
    const before = treeOf(host);
    const report = await generateSample(host);
    expect(codesOf(report)).toEqual(["drift/edited"]);
    expect(report.diagnostics[0]?.fix).toMatch(/render.*keep the edit/);
    expect(treeOf(host)).toEqual(before);
    await generateSample(host, { force: true });
    expect(treeOf(host)).toEqual(await sampleTree());
  });
});

describe("render", () => {
  test("after an edit of the design changes what follows and nothing else", async () => {
    const host = await packageHost(
      await editedSystem("one city's branches", "one town's branches"),
    );
    expect(codesOf(await checkAll(host))).toEqual(["drift/outdated"]);
    const report = await render({ root: `${ROOT}/`, force: false, dryRun: false }, host);
    expect(exitStatus(report, "error")).toBe(0);
    expect((await checkAll(host)).diagnostics).toEqual([]);
    const changed = await changedPaths(host);
    expect(changed).toContain(SYSTEM);
    expect(changed.filter((path) => path.includes("database/"))).toEqual([]);
    expect(textAt(treeOf(host), SYSTEM)).toContain("one town's branches");
  });

  test("brings an edit into canonical form", async () => {
    const text = textAt(await sampleTree(), SYSTEM);
    const host = await packageHost({ [SYSTEM]: JSON.stringify(JSON.parse(text)) });
    expect(codesOf(await checkAll(host))).toEqual(["drift/outdated"]);
    await render({ root: ROOT, force: false, dryRun: false }, host);
    expect(treeOf(host)).toEqual(await sampleTree());
  });

  test("reads a design with a byte order mark and carriage returns", async () => {
    const text = textAt(await sampleTree(), SYSTEM).replaceAll("\n", "\r\n");
    const host = await packageHost({ [SYSTEM]: `\u{FEFF}${text}` });
    const [found] = (await checkAll(host)).diagnostics;
    expect(found?.message).toContain("only line ends or the byte order mark differ");
    await render({ root: ROOT, force: false, dryRun: false }, host);
    expect(treeOf(host)).toEqual(await sampleTree());
  });

  test("refuses where a file was edited; --force takes the edit away", async () => {
    const text = textAt(await sampleTree(), README);
    const host = await packageHost({ [README]: `${text}\nMy note.\n` });
    const before = treeOf(host);
    for (const dryRun of [false, true]) {
      const report = await render({ root: ROOT, force: false, dryRun }, host);
      expect(exitStatus(report, "error")).toBe(1);
      expect(report.diagnostics).toMatchObject([
        { code: "drift/edited", artifact: { path: README } },
      ]);
      expect(report.diagnostics[0]?.message).toContain("-My note.");
      expect(report.summary[0]?.text).toContain("nothing written");
    }
    expect(treeOf(host)).toEqual(before);
    const checked = await checkAll(host);
    expect(codesOf(checked)).toEqual(["drift/edited"]);
    await render({ root: ROOT, force: true, dryRun: false }, host);
    expect(treeOf(host)).toEqual(await sampleTree());
  });

  test("never touches a foreign file in the way, not even with --force", async () => {
    const tree = await sampleTree();
    const lock = parseLock(textAt(tree, LOCK)).value;
    const { "README.md": _, ...artifacts } = lock?.artifacts ?? {};
    const host = await packageHost({
      [LOCK]: JSON.stringify({ ...lock, artifacts }),
      [README]: "mine",
    });
    const before = treeOf(host);
    for (const report of [
      await render({ root: ROOT, force: true, dryRun: false }, host),
      await generateSample(host, { force: true }),
    ]) {
      expect(codesOf(report)).toEqual(["package/foreign-file"]);
      expect(exitStatus(report, "error")).toBe(1);
    }
    expect(treeOf(host)).toEqual(before);
  });

  test("leaves what it did not make", async () => {
    const mine = { [`${ROOT}/notes.md`]: "mine", [`${ROOT}/docs/own/x.bin`]: "\0" };
    const host = await packageHost(mine);
    await generateSample(host, { architect: stubArchitect({}, { design: longerTitles() }) });
    expect(treeOf(host)).toMatchObject(mine);
    expect((await checkAll(host)).diagnostics).toEqual([]);
  });

  test("says file and line of a wrong reference, and writes nothing", async () => {
    const host = await packageHost(
      await editedSystem('"on": "catalogue-service"', '"on": "nobody"'),
    );
    const line = lineOf(textAt(treeOf(host), SYSTEM), '"on": "nobody"');
    const before = treeOf(host);
    const report = await render({ root: ROOT, force: true, dryRun: false }, host);
    expect(exitStatus(report, "error")).toBe(1);
    expect(report.diagnostics).toMatchObject([
      {
        code: "design/unresolved-reference",
        artifact: { path: SYSTEM, locator: { line } },
      },
    ]);
    expect(report.diagnostics[0]?.message).toContain("nobody");
    expect((await checkAll(host)).diagnostics).toEqual(report.diagnostics);
    expect(treeOf(host)).toEqual(before);
  });

  test("says file and line of a design that is no JSON or has a wrong value: exit 2", async () => {
    const tree = await sampleTree();
    const broken = textAt(tree, SYSTEM).replace('"summary":', '"summary" ');
    const wrong = textAt(tree, SYSTEM).replace(/"title": "[^"]*"/, '"title": 7');
    for (const [text, code, line] of [
      [broken, "design/not-json", lineOf(broken, '"summary" ')],
      [wrong, "design/invalid-value", lineOf(wrong, '"title": 7')],
    ] as const) {
      const host = await packageHost({ [SYSTEM]: text });
      for (const run of [
        () => render({ root: ROOT, force: false, dryRun: false }, host),
        () => checkAll(host),
        () => generateSample(host),
      ]) {
        const report = await run();
        expect(report.diagnostics).toMatchObject([
          { code, artifact: { path: SYSTEM, locator: { line } } },
        ]);
        expect(exitStatus(report, "error")).toBe(2);
      }
      expect(host.changes()).toBe(0);
    }
  });
});

describe("a committed migration that was edited", () => {
  test("is drift, and neither render nor generate makes it the truth", async () => {
    const host = await packageHost({ [UP]: `${textAt(await sampleTree(), UP)}-- more\n` });
    const before = treeOf(host);
    for (const report of [
      await checkAll(host),
      await render({ root: ROOT, force: false, dryRun: false }, host),
      await generateSample(host),
    ]) {
      expect(report.diagnostics).toMatchObject([{ code: "drift/edited", artifact: { path: UP } }]);
      expect(report.diagnostics[0]?.fix).toContain("restore");
    }
    expect(treeOf(host)).toEqual(before);
  });
});

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

/** Titles of the catalogue may be longer: another column type, so a migration. */
function longerTitles(): Design {
  const text = JSON.stringify(sampleDesign());
  const design = JSON.parse(text) as Design;
  const contexts = design.contexts.map((context) =>
    context.context !== "catalogue"
      ? context
      : {
          ...context,
          entities: context.entities.map((entity, index) =>
            index > 0
              ? entity
              : {
                  ...entity,
                  fields: entity.fields.map((field) =>
                    field.maxLength === undefined
                      ? field
                      : { ...field, maxLength: field.maxLength + 55 },
                  ),
                },
          ),
        },
  );
  return { ...design, contexts };
}

function wrongDesign(): Design {
  const { system, contexts } = sampleDesign();
  const [first, ...rest] = system.deployables;
  if (first === undefined) throw new Error("the sample has no deployables");
  const deployables = [{ ...first, contexts: [...first.contexts, "nobody"] }, ...rest];
  return { system: { ...system, deployables }, contexts };
}
