import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { registeredCodes } from "../../src/diagnostics/registry.generated.ts";
import { packageHost, ROOT, treeOf } from "../support/sample-package.ts";
import { readTree, runCommand, temporaryFolder } from "../support/run-command.ts";

const COMMANDS = ["generate", "render", "check", "init", "schema", "explain"];

describe("help", () => {
  test("of the program names every command, with what to start with", async () => {
    const { status, stdout } = await runCommand(await temporaryFolder(), ["--help"]);
    expect(status).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} .*\\S`, "m"));
    expect(stdout).toContain("Exit status: 0 fine, 1 findings");
  });

  test.each(COMMANDS)("of %s says what it takes, the general options too", async (command) => {
    const { status, stdout } = await runCommand(await temporaryFolder(), [command, "--help"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: groundplan ${command} \\[options\\]`));
    expect(stdout).toMatch(/Global Options:[\s\S]*--format <name>[\s\S]*--fail-on <severity>/);
  });

  test("is what somebody gets who says nothing, as bad usage", async () => {
    const { status, stdout, stderr } = await runCommand(await temporaryFolder(), []);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("Usage: groundplan");
  });
});

test("the version is that of the package", async () => {
  const manifest = JSON.parse(
    await readFile(join(import.meta.dirname, "../../package.json"), "utf8"),
  ) as { readonly version: string };
  const { stdout } = await runCommand(await temporaryFolder(), ["--version"]);
  expect(stdout).toBe(`${manifest.version}\n`);
});

describe("explain", () => {
  test("prints the page of a code, and the list of all", async () => {
    const folder = await temporaryFolder();
    const page = await runCommand(folder, ["explain", "drift/edited"]);
    expect(page).toMatchObject({ status: 0, stderr: "" });
    expect(page.stdout).toMatch(/^# drift\/edited\n[\s\S]*## How to fix/);
    const list = await runCommand(folder, ["explain"]);
    expect(list.stdout.trimEnd().split("\n")).toHaveLength(registeredCodes.length);
  });
});

describe("schema", () => {
  test.each(["system", "context", "config"])(
    "of %s is one that a validator takes",
    async (name) => {
      const { status, stdout } = await runCommand(await temporaryFolder(), ["schema", name]);
      expect(status).toBe(0);
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      const validate = ajv.compile(JSON.parse(stdout) as object);
      expect(validate({ nonsense: true })).toBe(false);
      if (name === "config") expect(validate({ architect: "rules", openapi: "3.1" })).toBe(true);
    },
  );
});

describe("init", () => {
  test("writes what generate makes a package of; a second time it overwrites nothing", async () => {
    const folder = await temporaryFolder();
    expect(await runCommand(folder, ["init"])).toMatchObject({ status: 0 });
    await writeFile(join(folder, "requirements.md"), "# Mine\n");
    const before = await readTree(folder);
    expect(Object.keys(before)).toEqual([
      ".github/workflows/groundplan.yml",
      "groundplan.config.json",
      "requirements.md",
    ]);
    const again = await runCommand(folder, ["init"]);
    expect(again.status).toBe(2);
    expect(again.stdout).toContain("requirements.md is already there");
    expect(await readTree(folder)).toEqual(before);
  });
});

describe("a package with an edit by hand", () => {
  let edited: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const tree = treeOf(await packageHost());
    edited = { ...tree, [`${ROOT}/README.md`]: "100% mine\n" };
  });

  test.each([
    [[], 1],
    [["--fail-on", "error"], 1],
    [["--fail-on", "info", "--quiet"], 1],
  ] as const)("fails check with %j", async (options, status) => {
    const folder = await packageFolder(edited);
    const run = await runCommand(folder, ["check", "--fast", ...options]);
    expect(run.status).toBe(status);
    expect(run.stdout).toContain("-100% mine");
  });

  test("is told to a program, to a workflow and to a person", async () => {
    const folder = await packageFolder(edited);
    const json = await runCommand(folder, ["check", "--fast", "--format", "json"]);
    expect(json.stderr).toBe("");
    expect(JSON.parse(json.stdout)).toMatchObject({
      command: "check",
      status: "done",
      diagnostics: [{ code: "drift/edited", artifact: { path: `${ROOT}/README.md` } }],
    });
    const github = await runCommand(folder, ["--format", "github", "check", "--fast"]);
    expect(github.stdout).toMatch(
      /^::error file=output\/library\/README\.md,title=drift\/edited::README\.md was edited[^\n]*100%25 mine[^\n]*\n$/,
    );
    // In the folder of the package the paths start from there.
    const inside = await runCommand(join(folder, ROOT), ["check", "--fast", "--format", "github"]);
    expect(inside.stdout).toContain("file=README.md,");
  });

  test.each([{}, { NO_COLOR: "1" }, { CI: "true" }, { FORCE_COLOR: "1", NO_COLOR: "1" }])(
    "is not coloured in a pipe with %j",
    async (env) => {
      const folder = await packageFolder(edited);
      const { stdout } = await runCommand(folder, ["check", "--fast"], env);
      expect(stdout).not.toContain("\u001B");
    },
  );

  test("is told what happens with --verbose, on stderr", async () => {
    const folder = await packageFolder(edited);
    const { stderr } = await runCommand(folder, ["check", "--fast", "--verbose"]);
    expect(stderr).toContain("checking output/library");
  });
});

test("a warning fails only where it is asked to", async () => {
  const tree = treeOf(await packageHost());
  const { "library/requirements.md": _, ...rest } = tree;
  const folder = await packageFolder(rest);
  expect((await runCommand(folder, ["check", "--fast"])).status).toBe(0);
  const strict = await runCommand(folder, ["check", "--fast", "--fail-on", "warning"]);
  expect(strict.status).toBe(1);
  expect(strict.stdout).toContain("drift/missing-requirements");
});

async function packageFolder(tree: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
