import { describe, expect, test } from "vitest";
import { createMemoryHost } from "../../src/host/memory.ts";
import { check } from "../../src/pipeline/check.ts";
import { chooseArchitect } from "../../src/pipeline/choose-architect.ts";
import { explain } from "../../src/pipeline/explain.ts";
import { initialise } from "../../src/pipeline/initialise.ts";
import { loadConfig } from "../../src/pipeline/load-config.ts";
import { packageName } from "../../src/pipeline/package-name.ts";
import { readInputs } from "../../src/pipeline/read-inputs.ts";
import { readPackage } from "../../src/pipeline/read-package.ts";
import { render } from "../../src/pipeline/render.ts";
import { invalid, valid } from "../support/cases.ts";
import {
  generateSample,
  packageHost,
  ROOT,
  sampleHost,
  treeOf,
} from "../support/sample-package.ts";

const TEXT = "# Shop\n\nThe customer must be able to pay.\n";

valid("requirements/input-not-found", "a file and a folder", () =>
  read({ "a.md": TEXT, "b/c.txt": TEXT }, ["a.md", "b/"]),
);
invalid("requirements/input-not-found", "one of two is not there", () =>
  read({ "a.md": TEXT }, ["a.md", "b.md"]),
);

valid("requirements/no-documents", "far below", () => read({ "a/b/c/d.MARKDOWN": TEXT }, ["a"]));
invalid("requirements/no-documents", "other files only", () =>
  read({ "a/x.docx": "x", "a/.hidden.md": TEXT, "a/node_modules/x.md": TEXT }, ["a"]),
);
invalid("requirements/no-documents", "a package", () =>
  read({ "a/README.md": TEXT, "a/groundplan.lock.json": "{}" }, ["a"]),
);

valid("package/not-a-package", "a package", async () =>
  check({ roots: [ROOT], depth: "fast" }, await packageHost()),
);
invalid("package/not-a-package", "a folder of something else", () =>
  check({ roots: ["library"], depth: "fast" }, sampleHost()),
);
invalid("package/not-a-package", "no folder", () =>
  render({ root: "none", force: false, dryRun: false }, sampleHost()),
);

valid("package/no-packages", "one below output", async () =>
  check({ roots: [], depth: "fast" }, await packageHost()),
);
invalid("package/no-packages", "none", () => check({ roots: [], depth: "fast" }, sampleHost()));

valid("package/foreign-file", "one beside", async () =>
  generateSample(await packageHost({ [`${ROOT}/mine.md`]: "mine" })),
);
invalid("package/foreign-file", "one in the way", () =>
  generateSample(sampleHost({ [`${ROOT}/README.md`]: "mine" })),
);

valid("package/obstructed", "nothing in the way", async () =>
  readPackage((await packageHost()).files, ROOT),
);
invalid("package/obstructed", "a journal that nobody can read", async () =>
  readPackage((await packageHost({ [`${ROOT}/.groundplan/journal.json`]: "x" })).files, ROOT),
);
invalid("package/obstructed", "a folder where a file belongs", () =>
  generateSample(sampleHost({ [`${ROOT}/README.md/x`]: "x" })),
);

valid("package/already-there", "an empty folder", () => initialise(sampleHost()));
invalid("package/already-there", "own requirements", () =>
  initialise(sampleHost({ "requirements.md": TEXT })),
);

valid("package/broken-config", "all keys, a byte order mark", () =>
  loadConfig(
    createMemoryHost({
      files: {
        "groundplan.config.json": `\u{FEFF}${JSON.stringify({
          $schema: "x",
          architect: "replay:recordings",
          persona: "p.md",
          model: "m",
          strict: true,
          database: "postgresql",
          openapi: "3.1",
        })}`,
      },
    }).files,
  ),
);
invalid("package/broken-config", "no JSON", () => config('{\n"strict": tru\n}'));
invalid("package/broken-config", "a key that nobody knows", () => config('{ "architekt": "x" }'));
invalid("package/broken-config", "an architect that nobody knows", () =>
  config('{ "architect": "replay:" }'),
);

valid("package/unknown-code", "a code", () => explain("drift/edited", sampleHost().assets));
invalid("package/unknown-code", "a code with a slip", () =>
  explain("drift/edit", sampleHost().assets),
);

valid("package/unknown-architect", "the rules", () =>
  chooseArchitect({ architect: "rules" }, sampleHost()),
);
invalid("package/unknown-architect", "somebody else", () =>
  chooseArchitect({ architect: "nobody" }, sampleHost()),
);

describe("inputs", () => {
  test("of a folder come in order, hidden ones and packages left out", async () => {
    const outcome = await read(
      {
        "in/b.md": TEXT,
        "in/a/z.txt": TEXT,
        "in/a.md": TEXT,
        "in/.git/x.md": TEXT,
        "in/output/p/groundplan.lock.json": "{}",
        "in/output/p/docs/x.md": TEXT,
      },
      ["in//"],
    );
    expect(outcome.value?.map(({ path }) => path)).toEqual(["in/a/z.txt", "in/a.md", "in/b.md"]);
  });

  test("with backslashes are found", async () => {
    const outcome = await read({ "docs/a.md": TEXT }, ["docs\\a.md"]);
    expect(outcome.value?.map(({ path }) => path)).toEqual(["docs/a.md"]);
  });

  test("report all problems at once, each with its file", async () => {
    const outcome = await read({ "a.md": "", "b.md": new Uint8Array([0, 1, 2]), "c.md": TEXT }, [
      "a.md",
      "b.md",
      "c.md",
      "d.md",
    ]);
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual([
      "requirements/empty-file",
      "requirements/binary-file",
      "requirements/input-not-found",
    ]);
  });
});

test.each([
  ["/desk/shop/requirements.md", "shop"],
  ["/desk/shop/Requirements.MD", "shop"],
  ["/desk/shop/spec v2.md", "spec-v2"],
  ["/desk/docs/requirements", "docs"],
  ["/requirements.md", "requirements"],
  ["/", "package"],
  ["/desk/2024.txt", "x-2024"],
  ["/desk/../../etc", "etc"],
  [`/desk/${"long".repeat(50)}.md`, "long".repeat(16)],
])("the package of %s is %s", (path, name) => {
  expect(packageName(path)).toBe(name);
});

describe("the config", () => {
  test("is the nearest upwards, and its paths start from its folder", async () => {
    const text = JSON.stringify({ persona: "p.md", architect: "replay:r" });
    const near = createMemoryHost({ files: { "groundplan.config.json": text } });
    expect((await loadConfig(near.files)).value).toEqual({
      persona: "/desk/p.md",
      architect: "replay:/desk/r",
    });
    const far = createMemoryHost({ files: { "/groundplan.config.json": text } });
    expect((await loadConfig(far.files)).value?.persona).toBe("/p.md");
    expect((await loadConfig(createMemoryHost().files)).value).toEqual({});
  });

  test("keeps absolute paths", async () => {
    const outcome = await config('{ "persona": "/p.md", "architect": "replay:C:\\\\r" }');
    expect(outcome.value).toEqual({ persona: "/p.md", architect: "replay:C:\\r" });
  });

  test("that is wrong is named by its path from here, with the line", async () => {
    const { diagnostics } = await config('{\n"strict": tru\n}');
    expect(diagnostics[0]?.artifact).toEqual({
      path: "groundplan.config.json",
      locator: { line: 2 },
    });
    const host = createMemoryHost({ files: { "/groundplan.config.json": "7" } });
    const [found] = (await loadConfig(host.files)).diagnostics;
    expect(found?.artifact?.path).toBe("../groundplan.config.json");
  });
});

describe("the choice of an architect", () => {
  test("is the rules without a key, with the digest of the persona", async () => {
    const { value } = await chooseArchitect({}, sampleHost());
    expect(value?.architect.name).toBe("rules");
    expect(value?.persona).toMatch(/^[0-9a-f]{64}$/);
    expect(value?.fallback).toBeUndefined();
  });

  test("says what is wrong with a persona", async () => {
    const outcome = await chooseArchitect({ persona: "none.md" }, sampleHost());
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(["persona/unreadable"]);
  });
});

describe("init", () => {
  test("writes what generate and its config take, and never twice", async () => {
    const host = sampleHost();
    const report = await initialise(host);
    expect(report.status).toBe("done");
    const tree = treeOf(host);
    const made = Object.keys(tree).filter((path) => !path.startsWith("library/"));
    expect(made).toEqual([
      ".github/workflows/groundplan.yml",
      "groundplan.config.json",
      "requirements.md",
    ]);
    expect((await loadConfig(host.files)).diagnostics).toEqual([]);
    expect((await readInputs(host.files, ["requirements.md"])).diagnostics).toEqual([]);
    const again = await initialise(host);
    expect(again.status).toBe("unusable");
    expect(again.diagnostics).toHaveLength(3);
    expect(treeOf(host)).toEqual(tree);
  });

  test("writes nothing where one file is there", async () => {
    const host = sampleHost({ ".github/workflows/groundplan.yml": "mine" });
    await initialise(host);
    expect(host.changes()).toBe(0);
  });
});

describe("explain", () => {
  test("lists every code, and has no idea of nonsense", async () => {
    const list = (await explain(undefined, sampleHost().assets)).value ?? "";
    expect(list).toMatch(/^drift\/edited +error$/m);
    for (const code of ["", "x", "../../package.json", "constructor"]) {
      const outcome = await explain(code, sampleHost().assets);
      expect(outcome.value).toBeUndefined();
      expect(outcome.diagnostics[0]?.message).not.toContain("did you mean");
    }
    const slip = await explain("drift/edit", sampleHost().assets);
    expect(slip.diagnostics[0]?.message).toContain("did you mean drift/edited?");
  });
});

function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  paths: readonly string[],
): ReturnType<typeof readInputs> {
  return readInputs(createMemoryHost({ files }).files, paths);
}

function config(text: string): ReturnType<typeof loadConfig> {
  return loadConfig(createMemoryHost({ files: { "groundplan.config.json": text } }).files);
}
