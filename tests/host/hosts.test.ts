import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Host } from "../../src/host/host.ts";
import { createMemoryHost, isStopSignal } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";

// The hosts are interchangeable: tests on memory say something about the disk only as long as both
// behave alike.
describe.each([
  ["memory", async () => createMemoryHost()],
  ["node", createTemporaryHost],
] as const)("%s files", (_, create: () => Promise<Host>) => {
  test("read what was written, as text and as bytes", async () => {
    const { files } = await create();
    await files.write("a/b.txt", "grün");
    await files.write("a/c.bin", new Uint8Array([0, 255, 10]));
    expect(await textOf(files.read("a/b.txt"))).toBe("grün");
    expect([...((await files.read("a/c.bin")) ?? [])]).toEqual([0, 255, 10]);
    expect(await textOf(files.read(files.resolve("a/b.txt")))).toBe("grün");
  });

  test("say undefined where there is nothing of the kind", async () => {
    const { files } = await create();
    await files.write("a/b", "1");
    expect(await files.read("a")).toBeUndefined();
    expect(await files.read("none/x")).toBeUndefined();
    expect(await files.read("a/b/c")).toBeUndefined();
    expect(await files.list("none")).toBeUndefined();
    expect(await files.list("a/b")).toBeUndefined();
  });

  test("list by code unit, with kinds", async () => {
    const { files } = await create();
    for (const name of ["b", "B", "ä", "a/x", "Z"]) await files.write(`d/${name}`, "");
    expect(await files.list("d")).toEqual([
      { name: "B", kind: "file" },
      { name: "Z", kind: "file" },
      { name: "a", kind: "folder" },
      { name: "b", kind: "file" },
      { name: "ä", kind: "file" },
    ]);
  });

  test("rename over a file and into a new folder", async () => {
    const { files } = await create();
    await files.write("from", "1");
    await files.write("to", "2");
    await files.rename("from", "to");
    await files.rename("to", "new/folder/to");
    expect(await textOf(files.read("new/folder/to"))).toBe("1");
    expect(await files.read("from")).toBeUndefined();
    expect(await files.read("to")).toBeUndefined();
    await expect(files.rename("none", "x")).rejects.toThrow("ENOENT");
  });

  test("remove files, empty folders and nothing, but no full folder", async () => {
    const { files } = await create();
    await files.write("a/b", "1");
    await expect(files.remove("a")).rejects.toThrow("ENOTEMPTY");
    await files.remove("a/b");
    await files.remove("a/b");
    await files.remove("a");
    expect(await files.list("a")).toBeUndefined();
  });

  test("refuse a file where a folder is, and a folder where a file is", async () => {
    const { files } = await create();
    await files.write("a/b", "1");
    await expect(files.write("a", "2")).rejects.toThrow("EISDIR");
    await expect(files.write("a/b/c", "2")).rejects.toThrow();
    expect(await textOf(files.read("a/b"))).toBe("1");
  });
});

test("the node host takes a symbolic link for neither file nor folder", async () => {
  const host = await createTemporaryHost();
  await host.files.write("a/b", "1");
  await symlink(host.files.resolve("a"), host.files.resolve("folder"));
  await symlink("nowhere", host.files.resolve("dangling"));
  expect(await host.files.list(".")).toEqual([
    { name: "a", kind: "folder" },
    { name: "dangling", kind: "other" },
    { name: "folder", kind: "other" },
  ]);
  await host.files.remove("dangling");
  await host.files.remove("folder");
  expect(await host.files.list("a")).toHaveLength(1);
});

test("the node host reads pages beside the code and folders beside the source", async () => {
  const { assets } = createNodeHost();
  expect(await assets.read("pages/design/not-json.md")).toMatch(/^# design\/not-json/);
  expect(await assets.read("pages/design/none.md")).toBeUndefined();
  expect(await assets.list("schema")).toContain("schema/system.schema.json");
  await expect(assets.read("pages/../../package.json")).rejects.toThrow("not the path of an asset");
});

test("the node host knows no empty environment variable and logs to stderr only", async () => {
  vi.stubEnv("GROUNDPLAN_EMPTY", "");
  vi.stubEnv("GROUNDPLAN_FULL", "1");
  const stdout = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => void vi.unstubAllEnvs());
  onTestFinished(() => void vi.restoreAllMocks());
  expect(createNodeHost().env).not.toHaveProperty("GROUNDPLAN_EMPTY");
  expect(createNodeHost().env).toHaveProperty("GROUNDPLAN_FULL", "1");
  createNodeHost().log.progress("one");
  createNodeHost().log.detail("hidden");
  createNodeHost({ verbose: true }).log.detail("two");
  createNodeHost({ quiet: true, verbose: true }).log.progress("hidden");
  expect(stderr.mock.calls.map(([text]) => text)).toEqual(["one\n", "two\n"]);
  expect(stdout).not.toHaveBeenCalled();
});

test("the memory host stops for good at the change it was told", async () => {
  const host = createMemoryHost({ stopAfterWrites: 2, torn: true });
  await host.files.write("a", "1234");
  const error: unknown = await host.files.write("b", "1234").catch((reason: unknown) => reason);
  expect(isStopSignal(error)).toBe(true);
  await expect(host.files.write("c", "1234")).rejects.toThrow("stopped");
  expect(await textOf(host.files.read("a"))).toBe("1234");
  expect(await textOf(host.files.read("b"))).toBe("12");
  expect(await host.files.read("c")).toBeUndefined();
});

test("the memory host keeps its bytes to itself", async () => {
  const bytes = new Uint8Array([1]);
  const { files } = createMemoryHost({ files: { a: bytes } });
  bytes[0] = 2;
  const read = await files.read("a");
  expect(read).toEqual(new Uint8Array([1]));
  if (read !== undefined) read[0] = 3;
  expect(await files.read("a")).toEqual(new Uint8Array([1]));
});

async function createTemporaryHost(): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), "groundplan-host-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return createNodeHost({ folder, quiet: true });
}

async function textOf(bytes: Promise<Uint8Array | undefined>): Promise<string> {
  return new TextDecoder().decode(await bytes);
}

test.skipIf(process.platform === "win32")("a device that never ends is no file", async () => {
  const { files } = createNodeHost({ quiet: true });
  expect(await files.read("/dev/zero")).toBeUndefined();
});
