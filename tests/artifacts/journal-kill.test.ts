import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { recoverJournal, writeJournalled } from "../../src/artifacts/journal.ts";
import type { Files } from "../../src/host/host.ts";
import { createNodeHost } from "../../src/host/node.ts";

const FILES = 12;

// The child says a line before every change of a file and waits for the answer: so each kill hits
// a known point. Staging takes 12 changes, draft and commitment two, then come removals and renames.
test.each([
  [1, "rolled-back", "old"],
  [9, "rolled-back", "old"],
  [14, "rolled-back", "old"],
  [15, "rolled-forward", "new"],
  [22, "rolled-forward", "new"],
])("killed before change %i, the package is %s", async (change, outcome, version) => {
  const folder = await mkdtemp(join(tmpdir(), "groundplan-kill-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { files } = createNodeHost({ folder, quiet: true });
  await writeJournalled(files, "pack", contents("old"));

  expect(await killAtChange(folder, change)).toBe("SIGKILL");

  // A kill before the first change leaves nothing behind.
  expect(await recoverJournal(files, "pack")).toBe(change === 1 ? "nothing" : outcome);
  expect(await readAll(files, "pack")).toEqual(
    Object.fromEntries(contents(version).map(({ path, content }) => [path, content])),
  );
});

async function killAtChange(folder: string, change: number): Promise<string | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "journal-child.ts"), folder], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, CHANGES: JSON.stringify([...contents("new"), { path: "old/only" }]) },
  });
  const ended = once(child, "exit");
  let seen = 0;
  child.stdout.setEncoding("utf8").on("data", (lines: string) => {
    for (const _ of lines.trimEnd().split("\n")) {
      seen += 1;
      if (seen === change) child.kill("SIGKILL");
      else child.stdin.write("go\n");
    }
  });
  const [, signal] = (await ended) as [number | null, string | null];
  return signal;
}

function contents(version: string): readonly { path: string; content: string }[] {
  const files = Array.from({ length: FILES }, (_, index) => ({
    path: `docs/${index % 3}/${index}.md`,
    content: `${version} ${index}\n`.repeat(1000),
  }));
  return version === "old" ? [...files, { path: "old/only", content: "old" }] : files;
}

async function readAll(files: Files, folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  async function visit(path: string): Promise<void> {
    for (const { name, kind } of (await files.list(path)) ?? []) {
      const child = `${path}/${name}`;
      const content = await files.read(child);
      if (kind === "folder") await visit(child);
      else found[child.slice(folder.length + 1)] = new TextDecoder().decode(content);
    }
  }
  await visit(folder);
  return found;
}
