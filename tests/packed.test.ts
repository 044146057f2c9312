import { execFile } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REQUIREMENTS } from "./support/sample-package.ts";
import { readTree } from "./support/run-command.ts";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "..");
const MINUTES = 60_000;

let folder: string;
let installed: string;

interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
}

// What somebody gets who installs groundplan: the files of the archive and nothing but the
// production dependencies. What works only because of a development dependency fails here.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "groundplan-packed-"));
  if (isBuildOld()) await run(process.execPath, ["scripts/build.ts"], { cwd: ROOT });
  const options = ["--ignore-scripts", "--offline", "--silent", "--pack-destination", folder];
  await run("npm", ["pack", ...options], { cwd: ROOT });
  const archive = (await readdir(folder)).find((name) => name.endsWith(".tgz")) ?? "";
  await run("tar", ["-xzf", archive], { cwd: folder });
  installed = join(folder, "package");
  await linkDependencies(join(installed, "node_modules"));
  await mkdir(join(folder, "library"));
  await writeFile(join(folder, "library/requirements.md"), REQUIREMENTS);
}, 5 * MINUTES);

afterAll(() => rm(folder, { recursive: true, force: true }));

test("the archive holds what is needed to run, and nothing else", () => {
  const files = globSync("**", {
    cwd: installed,
    exclude: ["node_modules/**"],
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
  for (const needed of [
    "LICENSE",
    "README.md",
    "agents/backend-lead.md",
    "dist/artifacts/edited.md",
    "dist/cli/main.js",
    "dist/index.d.ts",
    "schema/system.schema.json",
    "templates/init/requirements.md",
  ]) {
    expect(files).toContain(needed);
  }
  expect(new Set(files.map((path) => path.split("/")[0]))).toEqual(
    new Set(["LICENSE", "README.md", "agents", "dist", "package.json", "schema", "templates"]),
  );
  expect(files.filter((path) => /\.tsbuildinfo$|(?<!\.d)\.ts$|\.test\./.test(path))).toEqual([]);
});

test("development tools and optional peers are absent", () => {
  for (const name of ["@mermaid-js/mermaid-cli", "@sparticuz/chromium", "vitest"]) {
    expect(existsSync(join(ROOT, "node_modules", name))).toBe(true);
    expect(existsSync(join(installed, "node_modules", name))).toBe(false);
  }
});

test(
  "generate and check work, engines included",
  async () => {
    const made = await groundplan("generate", "library/requirements.md", "--architect", "rules");
    expect(made.stdout).toContain("package: output/library");
    expect(made.stdout).toContain("generate: 0 errors");
    const before = await readTree(join(folder, "output"));
    expect(Object.keys(before).length).toBeGreaterThan(15);
    const checked = await groundplan("check");
    expect(checked.stdout).toMatch(/output\/library: \d+ artifacts proven\n/);
    expect(checked.stdout).toContain("check: 0 errors");
    expect(await readTree(join(folder, "output"))).toEqual(before);
    const page = await groundplan("explain", "drift/edited");
    expect(page.stdout).toMatch(/^# drift\/edited\n/);
  },
  5 * MINUTES,
);

test("the library can be imported", async () => {
  const code = `import("groundplan").then((m) => console.log(Object.keys(m).sort().join()))`;
  const { stdout } = await run(process.execPath, ["-e", code], { cwd: installed });
  expect(stdout).toContain("check,");
  expect(stdout).toContain("generate,");
});

function groundplan(...argv: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const { PATH = "", HOME = "" } = process.env;
  return run(process.execPath, [join(installed, "dist/cli/main.js"), ...argv], {
    cwd: folder,
    env: { PATH, HOME },
    maxBuffer: 64 * 1024 * 1024,
  });
}

async function linkDependencies(target: string): Promise<void> {
  const lock = JSON.parse(await readFile(join(ROOT, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  for (const [path, { dev, devOptional, optional, peer }] of Object.entries(lock.packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name === undefined || dev || devOptional || optional || peer) continue;
    await mkdir(dirname(join(target, name)), { recursive: true });
    await symlink(join(ROOT, path), join(target, name));
  }
}

function isBuildOld(): boolean {
  const built = statSync(join(ROOT, "dist/cli/main.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync("src/**", { cwd: ROOT }).map((path) => join(ROOT, path));
  return sources.some((path) => statSync(path).mtimeMs > built);
}
