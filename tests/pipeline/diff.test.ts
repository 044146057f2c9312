import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { MemoryHostOptions } from "../../src/host/memory.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { diff } from "../../src/pipeline/diff.ts";
import { TODAY, withOperation } from "../support/api-changes.ts";
import { invalid, valid } from "../support/cases.ts";
import { runCommand, temporaryFolder } from "../support/run-command.ts";
import { codesOf } from "../support/sample-package.ts";
import { sampleDesign } from "../support/sample-design.ts";
import { editDesign, pick } from "../support/edit-design.ts";
import { designDocuments } from "../../src/design/design-documents.ts";
import type { Design } from "../../src/design/design.ts";

const BASE = JSON.stringify(withOperation({ operationId: "add" }), null, 2);
const HEAD = JSON.stringify({ openapi: "3.1.0", info: { version: "1.0.1" }, paths: {} }, null, 2);
const APPROVALS = "groundplan.approvals.json";
const REMOVED = { code: "api/operation-removed", subject: "POST /things", reason: "unused" };

/** The stored Design is what counts; the lock only says that a package is there. */
function packageOf(design: Design): Readonly<Record<string, string>> {
  const documents = designDocuments(design).map(({ path, text }) => [
    `output/library/${path}`,
    text,
  ]);
  return { ...Object.fromEntries(documents), "output/library/groundplan.lock.json": "{}" };
}

function run(files: Readonly<Record<string, string>>, more: MemoryHostOptions = {}) {
  const all = { "a.json": BASE, "b.json": HEAD, ...files };
  return diff(
    { base: "a.json", head: "b.json" },
    createMemoryHost({ files: all, today: TODAY, ...more }),
  );
}
const approve = (value: unknown) => run({ [APPROVALS]: JSON.stringify(value) });

describe("approvals", () => {
  invalid("compare/broken-approvals", "no reason", () =>
    approve({ approvals: [{ ...REMOVED, reason: " " }] }),
  );
  invalid("compare/broken-approvals", "a code that nobody knows", () =>
    approve({ severities: { "api/no-such-code": "off" } }),
  );
  invalid("compare/broken-approvals", "no JSON", () => run({ [APPROVALS]: "{" }));
  valid("compare/broken-approvals", "an empty one", () => approve({}));
  invalid("compare/unused-approval", "another subject", () =>
    approve({ approvals: [{ ...REMOVED, subject: "GET /things" }] }),
  );
  valid("compare/unused-approval", "it is used", () => approve({ approvals: [REMOVED] }));

  test("takes its finding away, and only that", async () => {
    const report = await approve({ approvals: [REMOVED] });
    expect(codesOf(report)).toEqual(["api/version-not-raised"]);
    expect(report.summary.at(-1)?.text).toMatch(/^1 of the findings/);
  });
  test("a chosen severity counts", async () => {
    const report = await approve({
      severities: { "api/operation-removed": "info", "api/version-not-raised": "off" },
    });
    expect(report.diagnostics.map(({ severity }) => severity)).toEqual(["info"]);
  });
});

describe("sides", () => {
  const at = (base: string, head?: string) => {
    const host = createMemoryHost({
      files: { "a.json": HEAD, "x.txt": "openapi: none", "dir/y": "" },
      revisions: { main: { "a.json": BASE } },
    });
    return diff({ base, ...(head !== undefined && { head }) }, host);
  };
  test("a path at a revision is compared with what is there now", async () => {
    expect(codesOf(await at("main:a.json"))).toContain("api/operation-removed");
    expect(codesOf(await at("a.json", "main"))).toContain("api/operation-added");
  });
  invalid("compare/no-such-side", "a revision that nobody knows", () => at("nowhere:a.json"));
  invalid("compare/no-such-side", "a folder without a design", () => at("dir", "dir"));
  invalid("compare/no-such-side", "control characters", () => at("a\n.json"));
  valid("compare/no-such-side", "a file", () => at("a.json", "a.json"));
  valid("compare/unlike-sides", "two documents", () => at("a.json", "a.json"));
  invalid("compare/unlike-sides", "a document and a package", async () => {
    const host = createMemoryHost({ files: { ...packageOf(sampleDesign()), "a.json": BASE } });
    return diff({ base: "a.json", head: "output/library" }, host);
  });
  const packages = async (revision: Readonly<Record<string, string>>) => {
    const host = createMemoryHost({
      files: packageOf(sampleDesign()),
      revisions: { main: revision },
    });
    return diff({ base: "main" }, host);
  };
  invalid("compare/only-in-head", "a new package", () => packages({}));
  valid("compare/only-in-head", "one that was there", async () =>
    packages(packageOf(sampleDesign())),
  );

  test("a package is compared with itself and with an edit, without a write", async () => {
    const tree = packageOf(sampleDesign());
    const edited = packageOf(
      editDesign((design) => {
        pick(design.system.auth.permissions, "read-loans").name = "loans:see";
      }),
    );
    const host = createMemoryHost({ files: edited, revisions: { main: tree } });
    const report = await diff({ base: "main" }, host);
    expect(report.status).toBe("done");
    expect(codesOf(report)).toContain("access/permission-removed");
    expect(host.changes()).toBe(0);
    const [first] = report.diagnostics.filter(({ code }) => code === "access/permission-removed");
    expect(first?.artifact?.path).toBe("output/library/design/system.json");
  });
});

describe("a Git repository", () => {
  const git = (folder: string, ...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      encoding: "utf8",
    });

  test("is read below a folder of it, and left as it is", async () => {
    const folder = await temporaryFolder();
    const inner = join(folder, "api docs");
    mkdirSync(inner);
    writeFileSync(join(inner, "ä.json"), BASE);
    git(folder, "init", "-q");
    git(folder, "add", ".");
    git(folder, "commit", "-qm", "one");
    writeFileSync(join(inner, "ä.json"), HEAD);
    git(folder, "add", ".");
    writeFileSync(join(inner, "other.txt"), "mine");
    const before = git(folder, "status", "--porcelain");

    const committed = await runCommand(inner, ["diff", "ä.json", "--format", "json"]);
    expect(committed.status).toBe(1);
    const report = JSON.parse(committed.stdout) as { diagnostics: { code: string }[] };
    expect(report.diagnostics[0]?.code).toBe("api/operation-removed");
    expect(git(folder, "status", "--porcelain")).toBe(before);
    expect(readFileSync(join(inner, "ä.json"), "utf8")).toBe(HEAD);

    rmSync(join(inner, "ä.json"));
    const same = await runCommand(inner, ["diff", "HEAD:ä.json", "HEAD:ä.json"]);
    expect(same.status).toBe(0);
    expect((await runCommand(inner, ["diff", "--", "--output=x:a"])).status).toBe(2);
  });

  test("has a reason where there is none", async () => {
    const { revisions } = createNodeHost({ folder: await temporaryFolder(), quiet: true });
    expect(await revisions?.at("main")).toEqual({ reason: "this is no Git repository" });
  });
});
