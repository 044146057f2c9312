import fc from "fast-check";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Change } from "../../src/artifacts/change.ts";
import { recoverJournal, writeJournalled } from "../../src/artifacts/journal.ts";
import { createMemoryHost, isStopSignal, type MemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { byCodeUnit } from "../../src/util/order.ts";

type Tree = Readonly<Record<string, string>>;

const ROOT = "pack";

const tree: fc.Arbitrary<Tree> = fc
  .dictionary(
    fc
      .array(fc.constantFrom("a", "b", "c.md", "ö", "$x y"), { minLength: 1, maxLength: 3 })
      .map((segments) => segments.join("/")),
    fc.string({ unit: "binary", maxLength: 12 }),
    { maxKeys: 6 },
  )
  .map(withoutClashes);

test("every stop leaves the old tree or the new one after recovery", async () => {
  await fc.assert(
    fc.asyncProperty(tree, tree, tree, fc.boolean(), async (before, after, others, torn) => {
      const untouched = prefixed("untouched", others);
      const old = { ...before, ...untouched };
      const wanted = { ...after, ...untouched };
      const changes = changesBetween(before, after);
      for (let stop = 1; ; stop++) {
        const host = await runUntil(old, changes, stop, torn);
        if (host === undefined) break;
        await expectOldOrNew(host, old, wanted);
      }
      const whole = createMemoryHost({ files: prefixed(ROOT, old) });
      await writeJournalled(whole.files, ROOT, changes);
      expect(treeOf(whole)).toEqual(wanted);
      expect(emptyFolders(whole)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("a recovery that is stopped anywhere is ended by the next one", async () => {
  const before = { a: "1", "b/c/d": "2", "b/e": "3", keep: "4" };
  const after = { "a/x": "5", b: "6", "f/g": "7", keep: "4" };
  let recoveries = 0;
  for (let stop = 1; ; stop++) {
    const stopped = await runUntil(before, changesBetween(before, after), stop, true);
    if (stopped === undefined) break;
    for (let second = 1; ; second++) {
      const host = restarted(stopped, { stopAfterWrites: second, torn: true });
      const ended = await survives(() => recoverJournal(host.files, ROOT));
      await expectOldOrNew(host, before, after);
      recoveries += 1;
      if (ended) break;
    }
  }
  expect(recoveries).toBeGreaterThan(50);
});

test("both ends are reached: some stops roll back and some roll forward", async () => {
  const outcomes = new Set<string>();
  for (let stop = 1; ; stop++) {
    const host = await runUntil({ a: "1" }, [{ path: "a", content: "2" }], stop, false);
    if (host === undefined) break;
    outcomes.add(await recoverJournal(restarted(host).files, ROOT));
  }
  expect([...outcomes].sort(byCodeUnit)).toEqual(["nothing", "rolled-back", "rolled-forward"]);
});

test("a run after a stop first ends what was begun", async () => {
  const stopped = await runUntil({ a: "1" }, [{ path: "a", content: "2" }], 4, false);
  const host = restarted(stopped ?? createMemoryHost());
  await writeJournalled(host.files, ROOT, [{ path: "b", content: "3" }]);
  expect(treeOf(host)).toEqual({ a: "2", b: "3" });
});

test("a first run that is stopped early leaves no empty root", async () => {
  const host = createMemoryHost({ stopAfterWrites: 2 });
  await expect(writeJournalled(host.files, ROOT, [{ path: "a", content: "1" }])).rejects.toThrow(
    "stopped",
  );
  const next = restarted(host);
  expect(await recoverJournal(next.files, ROOT)).toBe("rolled-back");
  expect(next.folders()).toEqual(["/desk"]);
});

test("contents that are there already touch nothing", async () => {
  const host = createMemoryHost({ files: { "pack/a": "1" } });
  await writeJournalled(host.files, ROOT, [{ path: "a", content: "1" }, { path: "gone" }]);
  expect(host.changes()).toBe(0);
});

test("the last file of a folder takes the folder with it, up to the root", async () => {
  const host = createMemoryHost({ files: { "pack/a/b/c": "1" } });
  await writeJournalled(host.files, ROOT, [{ path: "a/b/c" }]);
  expect(host.folders()).toEqual(["/desk", "/desk/pack"]);
});

test("a file takes the place of empty folders", async () => {
  const host = createMemoryHost({ folders: ["pack/a/b/c"] });
  await writeJournalled(host.files, ROOT, [{ path: "a", content: "1" }]);
  expect(treeOf(host)).toEqual({ a: "1" });
});

test.each([
  "",
  "/etc/passwd",
  "../x",
  "a/../../x",
  "a//b",
  "./a",
  "a/.",
  "a\\b",
  "C:/x",
  "a\0b",
  "a\nb",
  ".groundplan/journal.json",
  ".Groundplan/x",
])("refuses the path %j", async (path) => {
  const host = createMemoryHost();
  await expect(writeJournalled(host.files, ROOT, [{ path, content: "x" }])).rejects.toThrow(
    /not a path inside|folder of the journal/,
  );
  await expect(writeJournalled(host.files, ROOT, [{ path }])).rejects.toThrow();
  expect(host.changes()).toBe(0);
});

test.each([
  ["one path twice", [{ path: "a", content: "1" }, { path: "a" }], "twice"],
  [
    "a file and a folder of one name",
    [
      { path: "a", content: "1" },
      { path: "a/b", content: "1" },
    ],
    "a file and a folder",
  ],
  ["a file over a folder in use", [{ path: "used", content: "1" }], "holds used/file"],
  ["a folder over a file in use", [{ path: "plain/x", content: "1" }], "plain is a file"],
] as const)("refuses %s", async (_, changes, message) => {
  const host = createMemoryHost({ files: { "pack/used/file": "1", "pack/plain": "2" } });
  await expect(writeJournalled(host.files, ROOT, changes)).rejects.toThrow(message);
  expect(host.changes()).toBe(0);
});

test.each([
  ["no JSON", "{"],
  ["another document", '{"entries":[{"path":"a","to":"b"}]}'],
  ["a path that leaves the root", '{"entries":[{"path":"../victim"}]}'],
  ["content that is not there", `{"entries":[${stagedEntry("a", 0)}]}`],
])("a journal with %s changes nothing", async (_, journal) => {
  const files = { "pack/.groundplan/journal.json": journal, victim: "1", "pack/a": "2" };
  const host = createMemoryHost({ files });
  await expect(recoverJournal(host.files, ROOT)).rejects.toThrow();
  expect(host.changes()).toBe(0);
});

test("a staged content that was damaged changes nothing", async () => {
  const stopped = await runUntil(
    { a: "1", b: "1" },
    changesBetween({}, { a: "2", b: "2" }),
    5,
    false,
  );
  const host = restarted(stopped ?? createMemoryHost());
  const [, second] = (await host.files.list("pack/.groundplan/staged")) ?? [];
  await host.files.write(`pack/.groundplan/staged/${second?.name ?? ""}`, "damaged");
  await expect(recoverJournal(host.files, ROOT)).rejects.toThrow("for b that is not there");
  expect(host.changes()).toBe(1);
});

test("two runs at once never give a file the content of another", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `file-${index}`);
  const version = (word: string, order: readonly string[]): readonly Change[] =>
    order.map((path) => ({ path, content: `${word} ${path}` }));
  for (let attempt = 0; attempt < 20; attempt++) {
    const host = createMemoryHost();
    const { files } = host;
    const runs = [version("one", names), version("two", names.toReversed().slice(attempt % 5))];
    await Promise.allSettled(
      runs.map(async (changes, index) => {
        for (let wait = 0; wait < attempt * 7 * index; wait++) await Promise.resolve();
        await writeJournalled(files, ROOT, changes);
      }),
    );
    await recoverJournal(files, ROOT).catch(() => "nothing");
    for (const [path, text] of Object.entries(treeOf(host))) {
      if (!path.includes(".groundplan")) expect(text).toMatch(new RegExp(`^(one|two) ${path}$`));
    }
  }
});

test("writes, replaces and removes on a real disk", async () => {
  const { files, folder } = await temporaryHost();
  await writeJournalled(files, ROOT, changesBetween({}, { a: "1", "b/c": "ä", d: "3" }));
  await writeJournalled(
    files,
    ROOT,
    changesBetween({ "b/c": "ä", d: "3" }, { b: "4", "d/e": "5" }),
  );
  expect(await readFile(join(folder, "pack/d/e"), "utf8")).toBe("5");
  expect((await files.list(ROOT))?.map(({ name }) => name)).toEqual(["a", "b", "d"]);
});

test.each(["link/x", "link", "deep/link/x"])("follows no symbolic link at %s", async (path) => {
  const { files, folder } = await temporaryHost();
  await mkdir(join(folder, "outside"));
  await mkdir(join(folder, "pack/deep"), { recursive: true });
  await symlink(join(folder, "outside"), join(folder, "pack/link"));
  await symlink(join(folder, "outside"), join(folder, "pack/deep/link"));
  await expect(writeJournalled(files, ROOT, [{ path, content: "1" }])).rejects.toThrow("symbolic");
  expect(await files.list("outside")).toEqual([]);
});

test("stages nothing through a symbolic link", async () => {
  const { files, folder } = await temporaryHost();
  await mkdir(join(folder, "outside"));
  await mkdir(join(folder, "pack"));
  await writeFile(join(folder, "outside/mine"), "1");
  await symlink(join(folder, "outside"), join(folder, "pack/.groundplan"));
  await expect(writeJournalled(files, ROOT, [{ path: "a", content: "1" }])).rejects.toThrow(
    "not a folder of groundplan",
  );
  expect(await readFile(join(folder, "outside/mine"), "utf8")).toBe("1");
});

async function expectOldOrNew(host: MemoryHost, old: Tree, wanted: Tree): Promise<void> {
  const next = restarted(host);
  const outcome = await recoverJournal(next.files, ROOT);
  const found = treeOf(next);
  if (outcome === "rolled-forward") expect(found).toEqual(wanted);
  else if (outcome === "rolled-back") expect(found).toEqual(old);
  else expect([old, wanted]).toContainEqual(found);
  expect(emptyFolders(next)).toEqual([]);
}

/** The host after the stop, or `undefined` where the whole run needs fewer changes. */
async function runUntil(
  old: Tree,
  changes: readonly Change[],
  stopAfterWrites: number,
  torn: boolean,
): Promise<MemoryHost | undefined> {
  const host = createMemoryHost({ files: prefixed(ROOT, old), stopAfterWrites, torn });
  const ended = await survives(() => writeJournalled(host.files, ROOT, changes));
  return ended ? undefined : host;
}

async function survives(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    if (!isStopSignal(error)) throw error;
    return false;
  }
}

function restarted(host: MemoryHost, options: Parameters<typeof createMemoryHost>[0] = {}) {
  return createMemoryHost({ ...options, files: host.snapshot(), folders: host.folders() });
}

function treeOf(host: MemoryHost): Tree {
  const prefix = `/desk/${ROOT}/`;
  return Object.fromEntries(
    Object.entries(host.snapshot()).map(([path, content]) => {
      expect(path.startsWith(prefix)).toBe(true);
      return [
        path.slice(prefix.length),
        new TextDecoder("utf-8", { ignoreBOM: true }).decode(content),
      ];
    }),
  );
}

function emptyFolders(host: MemoryHost): readonly string[] {
  const paths = [...Object.keys(host.snapshot()), ...host.folders()];
  return host
    .folders()
    .filter((folder) => !paths.some((path) => path.startsWith(`${folder}/`)))
    .filter((folder) => folder !== "/desk" && folder !== `/desk/${ROOT}`);
}

function changesBetween(before: Tree, after: Tree): readonly Change[] {
  return [
    ...Object.entries(after).map(([path, content]) => ({ path, content })),
    ...Object.keys(before)
      .filter((path) => !Object.hasOwn(after, path))
      .map((path) => ({ path })),
  ];
}

function prefixed(folder: string, files: Tree): Tree {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]),
  );
}

function withoutClashes(files: Tree): Tree {
  const paths = Object.keys(files);
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => !paths.some((other) => other.startsWith(`${path}/`)))
      .map(([path, content]) => [path, content.toWellFormed()]),
  );
}

function stagedEntry(path: string, number: number): string {
  return JSON.stringify({ path, staged: { number, digest: "0".repeat(64) } });
}

async function temporaryHost() {
  const folder = await mkdtemp(join(tmpdir(), "groundplan-journal-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return { folder, files: createNodeHost({ folder, quiet: true }).files };
}
