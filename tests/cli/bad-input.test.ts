import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTree, runCommand, temporaryFolder } from "../support/run-command.ts";

const GOOD = "# Shop\n\nThe customer must be able to pay an order.\n";
const GERMAN = `# Anforderungen

Der Kunde muss eine Bestellung anlegen können. Die Bestellung enthält mindestens eine Position.
Der Verkäufer soll jede Bestellung stornieren können, solange sie noch nicht versendet worden ist.
Das System muss innerhalb von zwei Sekunden antworten, auch wenn viele Kunden gleichzeitig bestellen.
`;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Name, files, arguments, what the one message says. */
const cases: readonly (readonly [string, Files, readonly string[], RegExp])[] = [
  ["an empty file", { "a.md": "" }, ["generate", "a.md"], /a\.md.*(?:empty|no text)/i],
  ["white space", { "a.md": " \n\t\n" }, ["generate", "a.md"], /a\.md/],
  [
    "a binary file",
    { "a.md": new Uint8Array([137, 80, 78, 71, 0, 1]) },
    ["generate", "a.md"],
    /a\.md.*(?:binary|no text)/i,
  ],
  ["UTF-16", { "a.md": Buffer.from(`\uFEFF${GOOD}`, "utf16le") }, ["generate", "a.md"], /UTF-16/],
  [
    "Latin-1",
    { "a.md": Buffer.from("# Über\n\nDer grüne", "latin1") },
    ["generate", "a.md"],
    /UTF-8/,
  ],
  ["a file that is too large", { "a.md": "x ".repeat(3_000_000) }, ["generate", "a.md"], /a\.md/],
  ["nothing recognisable", { "a.md": "lorem\n" }, ["generate", "a.md"], /a\.md|requirement/],
  ["another language", { "a.md": GERMAN }, ["generate", "a.md"], /language|English/],
  ["no such file", {}, ["generate", "a.md"], /a\.md does not exist/],
  [
    "a folder without documents",
    { "in/x.pdf": "x" },
    ["generate", "in"],
    /in holds no requirements/,
  ],
  [
    "two files, one of them bad",
    { "a.md": GOOD, "b.md": "" },
    ["generate", "a.md", "b.md"],
    /b\.md/,
  ],
  [
    "a broken config",
    { "a.md": GOOD, "groundplan.config.json": "{" },
    ["generate", "a.md"],
    /groundplan\.config\.json/,
  ],
  [
    "a config with a wrong key",
    { "a.md": GOOD, "groundplan.config.json": '{"x":1}' },
    ["generate", "a.md"],
    /groundplan\.config\.json.*"?x/,
  ],
  [
    "a persona that is not there",
    { "a.md": GOOD },
    ["generate", "a.md", "--architect", "rules", "--persona", "p.md"],
    /p\.md/,
  ],
  [
    "a folder for --output that is a file",
    { "a.md": GOOD, out: "x" },
    ["generate", "a.md", "-o", "out"],
    /out/,
  ],
  [
    "an output below a file",
    { "a.md": GOOD, out: "x" },
    ["generate", "a.md", "-o", "out/x"],
    /out/,
  ],
  ["a package that is none", { "x/a.md": GOOD }, ["check", "x"], /x is not a package/],
  ["no package", {}, ["check"], /no package/],
  ["a render of nothing", {}, ["render"], /not a package/],
  [
    "a lock that is broken",
    { "p/groundplan.lock.json": "{}" },
    ["check", "p"],
    /groundplan\.lock\.json/,
  ],
  ["a code that nobody knows", {}, ["explain", "no/code"], /no code no\/code/],
];

/** What the command line itself refuses: the message goes to stderr. */
const usages: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    "an unknown option",
    ["generate", "a.md", "--outptu", "x"],
    /unknown option '--outptu'[\s\S]*--output/,
  ],
  ["an unknown command", ["generat", "a.md"], /unknown command 'generat'[\s\S]*generate/],
  ["an unknown format", ["check", "--format", "xml"], /xml[\s\S]*pretty, json, github/],
  ["an unknown severity", ["check", "--fail-on", "fatal"], /fatal[\s\S]*error, warning, info/],
  ["an unknown version", ["generate", "a.md", "--openapi", "2.0"], /2\.0[\s\S]*3\.0, 3\.1/],
  ["an unknown engine", ["generate", "a.md", "--database", "oracle"], /oracle[\s\S]*postgresql/],
  ["no file", ["generate"], /missing required argument/],
  ["an unknown schema", ["schema", "x"], /x[\s\S]*config/],
  ["too many packages", ["render", "a", "b"], /too many arguments/],
];

describe("bad input gives one clear message, exit status 2, and nothing is written", () => {
  test.each(cases)("%s", async (_, files, argv, message) => {
    const folder = await folderWith(files);
    const before = await readTree(folder);
    const { status, stdout, stderr } = await runCommand(folder, argv);
    const all = `${stdout}${stderr}`;
    expect(all).toMatch(message);
    expect(all).not.toMatch(/^\s+at .*\.[jt]s:\d+/m);
    expect(all).not.toMatch(/undefined|\[object/);
    expect(all.match(/^error|^groundplan: /gm)).toHaveLength(1);
    expect(status).toBe(2);
    expect(await readTree(folder)).toEqual(before);
  });

  test.each(usages)("%s", async (_, argv, message) => {
    const folder = await folderWith({ "a.md": GOOD });
    const { status, stdout, stderr } = await runCommand(folder, argv);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at .*\.[jt]s:\d+/m);
    expect(status).toBe(2);
    expect(Object.keys(await readTree(folder))).toEqual(["a.md"]);
  });
});

describe("what the system refuses", () => {
  test("a symbolic link in the package is not followed, neither to read nor to write", async () => {
    const folder = await folderWith({ "a.md": GOOD, "secret.txt": "the secret\n" });
    const made = await runCommand(folder, ["generate", "a.md", "-o", "p"]);
    expect(made.status).toBeLessThan(2);
    await writeFile(join(folder, "p/README.md.new"), "");
    await rmAndLink(folder);
    for (const argv of [
      ["check", "--fast", "p"],
      ["render", "p", "--force"],
      ["generate", "a.md", "-o", "p", "--force"],
    ]) {
      const { stdout, stderr } = await runCommand(folder, argv);
      expect(`${stdout}${stderr}`).not.toContain("the secret");
      expect(stdout).toMatch(/README\.md/);
    }
    expect((await readTree(folder))["secret.txt"]).toBe("the secret\n");
  });

  test.skipIf(process.getuid?.() === 0)("a folder that may not be written", async () => {
    const folder = await folderWith({ "a.md": GOOD, "out/x": "" });
    await chmod(join(folder, "out"), 0o555);
    const { status, stderr } = await runCommand(folder, ["generate", "a.md", "-o", "out/p"]);
    expect(stderr).toMatch(/^groundplan: cannot make the folder .*permission denied/);
    expect(status).toBe(2);
  });

  test("a name that is too long", async () => {
    const folder = await folderWith({ "a.md": GOOD });
    const argv = ["generate", "a.md", "-o", "x".repeat(300)];
    const { status, stdout, stderr } = await runCommand(folder, argv);
    expect(`${stdout}${stderr}`).toMatch(/^groundplan: .*too long/m);
    expect(status).toBe(2);
  });
});

async function folderWith(files: Files): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

async function rmAndLink(folder: string): Promise<void> {
  const { rm } = await import("node:fs/promises");
  await rm(join(folder, "p/README.md"));
  await symlink("../secret.txt", join(folder, "p/README.md"));
}
