import { describe, expect, test } from "vitest";
import { parseLock } from "../../src/artifacts/lock.ts";
import { check } from "../../src/pipeline/check.ts";
import { render } from "../../src/pipeline/render.ts";
import { exitStatus } from "../../src/reporters/exit-status.ts";
import { digest } from "../../src/util/digest.ts";
import {
  checkAll,
  codesOf,
  editedSystem,
  generateSample,
  packageHost,
  ROOT,
  sampleTree,
  textAt,
} from "../support/sample-package.ts";

const README = `${ROOT}/README.md`;
const LOCK = `${ROOT}/groundplan.lock.json`;

describe("check", () => {
  test("hears about every package, though one cannot be read", async () => {
    const tree = await sampleTree();
    const second = Object.fromEntries(
      Object.entries(tree).map(([path, text]) => [path.replace(ROOT, "output/aaa"), text]),
    );
    const host = await packageHost({
      ...second,
      "output/aaa/groundplan.lock.json": "{",
      [README]: "mine",
      "output/no-package/x.md": "x",
    });
    const report = await checkAll(host);
    expect(codesOf(report)).toEqual(["drift/edited", "package/broken-lock"]);
    expect(report.summary.map(({ label }) => label)).toEqual(["output/aaa", ROOT]);
    expect(exitStatus(report, "error")).toBe(2);
  });

  test("checks a folder once, however it is named", async () => {
    const host = await packageHost();
    const roots = [ROOT, `${ROOT}/`, `./${ROOT}`, `/desk/${ROOT}`];
    const report = await check({ roots, depth: "fast" }, host);
    expect(report.summary).toHaveLength(1);
  });

  test("still says that the requirements changed where the design has errors", async () => {
    const host = await packageHost({
      ...(await editedSystem('"on": "catalogue-service"', '"on": "nobody"')),
      "library/requirements.md": "# Other\n",
    });
    const codes = codesOf(await checkAll(host));
    expect(codes).toEqual(["design/unresolved-reference", "drift/stale-requirements"]);
  });

  test("writes nothing", async () => {
    const host = await packageHost({ [README]: "mine" });
    await checkAll(host);
    expect(host.changes()).toBe(0);
  });
});

describe("a lock from outside", () => {
  test.each([
    "../../secrets.txt",
    "/etc/passwd",
    "a/../../b",
    "a\\b",
    "a//b",
    "",
    "./a",
    "C:x",
    ".groundplan/journal.json",
    "groundplan.lock.json",
    "a\u0000b",
  ])("that names %j removes and reads nothing there", async (path) => {
    const tree = await sampleTree();
    const lock = parseLock(textAt(tree, LOCK)).value;
    const artifacts = { ...lock?.artifacts, [path]: digest("secret") };
    const host = await packageHost({
      [LOCK]: JSON.stringify({ ...lock, artifacts }),
      "secrets.txt": "secret",
    });
    for (const report of [
      await render({ root: ROOT, force: true, dryRun: false }, host),
      await generateSample(host, { force: true }),
      await checkAll(host),
    ]) {
      expect(codesOf(report)).toEqual(["package/broken-lock"]);
      expect(exitStatus(report, "error")).toBe(2);
    }
    expect(host.changes()).toBe(0);
  });

  test("with the marks of a merge conflict is called that", async () => {
    const text = textAt(await sampleTree(), LOCK);
    const host = await packageHost({ [LOCK]: `<<<<<<< ours\n${text}=======\n${text}>>>>>>> b\n` });
    const [found] = (await checkAll(host)).diagnostics;
    expect(found?.message).toContain("merge conflict");
    expect(found?.artifact?.path).toBe(LOCK);
  });
});
