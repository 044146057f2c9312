import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createEngineCache } from "../../../../src/engines/engine-cache.ts";
import { queryRows } from "../../../../src/engines/database.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import { createMemoryHost } from "../../../../src/host/memory.ts";
import { createNodeHost } from "../../../../src/host/node.ts";

const folder = mkdtempSync(join(tmpdir(), "groundplan-cache-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function hostWith(env: Readonly<Record<string, string>>, details: string[] = []) {
  const host = createNodeHost({ quiet: true });
  const log = { progress: () => {}, detail: (text: string) => void details.push(text) };
  return { ...host, env, log };
}

async function open(env: Readonly<Record<string, string>>): Promise<string> {
  const details: string[] = [];
  const database = await openDatabase(hostWith(env, details));
  try {
    const [row] = await queryRows(database, "SELECT 1 + 1 AS two");
    expect(row).toEqual({ two: 2 });
  } finally {
    await database.close();
  }
  return details.join("\n");
}

test("an engine is made once, then comes from the cache; a damaged cache is made anew", async () => {
  const env = { GROUNDPLAN_CACHE: folder };
  expect(await open(env)).toMatch(/\(made\)$/);
  const files = readdirSync(folder);
  expect(files).toEqual([expect.stringMatching(/^pglite-\d+\.\d+\.\d+.*\.tar$/)]);
  expect(await open(env)).toMatch(/\(cached\)$/);

  const path = join(folder, files[0] ?? "");
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, whole.length / 2));
  expect(await open(env)).toMatch(/\(made\)$/);
  expect(readFileSync(path).length).toBeGreaterThan(whole.length / 2);
}, 60_000);

test("without a place to write it is made every time, and works", async () => {
  const blocked = join(folder, "file");
  writeFileSync(blocked, "");
  const details = await open({ GROUNDPLAN_CACHE: join(blocked, "below") });
  expect(details).toMatch(/could not be written[\s\S]*\(made\)$/);
}, 60_000);

test("the place is the user's cache folder unless another one is named", async () => {
  const places = [
    [{ GROUNDPLAN_CACHE: "/own", XDG_CACHE_HOME: "/xdg", HOME: "/home/me" }, "/own/engine"],
    [{ XDG_CACHE_HOME: "/xdg", HOME: "/home/me" }, "/xdg/groundplan/engine"],
    [{ HOME: "/home/me" }, "/home/me/.cache/groundplan/engine"],
  ] as const;
  for (const [env, path] of places) {
    const host = createMemoryHost({ env });
    await createEngineCache(host, "engine").write(new Uint8Array([1, 2, 3]));
    expect(Object.keys(host.snapshot())).toEqual([path]);
    expect(await createEngineCache(host, "engine").read()).toEqual(new Uint8Array([1, 2, 3]));
  }
  const nowhere = createMemoryHost();
  await createEngineCache(nowhere, "engine").write(new Uint8Array([1]));
  expect(nowhere.snapshot()).toEqual({});
});

test("a write that stops half way is never read", async () => {
  const env = { HOME: "/home/me" };
  for (const stopAfterWrites of [1, 2]) {
    const host = createMemoryHost({ env, stopAfterWrites, torn: true });
    await createEngineCache(host, "engine").write(new Uint8Array(1000));
    expect(await createEngineCache(host, "engine").read()).toBeUndefined();
  }
});
