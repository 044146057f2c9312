import { once } from "node:events";
import { writeJournalled } from "../../src/artifacts/journal.ts";
import type { Files } from "../../src/host/host.ts";
import { createNodeHost } from "../../src/host/node.ts";

const { files } = createNodeHost({ folder: process.argv[2] ?? "", quiet: true });
const changes = JSON.parse(process.env["CHANGES"] ?? "[]") as { path: string; content?: string }[];
await writeJournalled(askingFirst(files), "pack", changes);
process.stdin.unref();

/** Says a line before every change and goes on when it is answered. */
function askingFirst(inner: Files): Files {
  async function ask(): Promise<void> {
    const answer = once(process.stdin, "data");
    process.stdout.write("change\n");
    await answer;
  }
  return {
    ...inner,
    write: (path, content) => ask().then(() => inner.write(path, content)),
    rename: (from, to) => ask().then(() => inner.rename(from, to)),
    remove: (path) => ask().then(() => inner.remove(path)),
  };
}
