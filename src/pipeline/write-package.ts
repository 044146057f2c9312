import type { Artifact } from "../artifacts/artifact.ts";
import type { Change } from "../artifacts/change.ts";
import { describeDifference } from "../artifacts/describe-difference.ts";
import { edited } from "../artifacts/find-drift.ts";
import { writeJournalled } from "../artifacts/journal.ts";
import type { Lock } from "../artifacts/lock.ts";
import { formatLock, LOCK_PATH } from "../artifacts/lock.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Files } from "../host/host.ts";
import { digest } from "../util/digest.ts";
import { sortedBy } from "../util/order.ts";
import { below, readText } from "./read-package.ts";

export const foreignFile = declareDiagnostic<{ readonly path: string }>({
  code: "package/foreign-file",
  severity: "error",
  message: ({ path }) => `${path} is in the way: groundplan did not make it`,
  fix: "move the file away, or choose another folder with --output",
});

/** What writing a package would change, or did. */
export interface WritePlan {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Why nothing may be written; empty where it may. */
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly Change[];
}

/** Who made what is there, and what may be overwritten. */
export interface WriteOptions {
  readonly root: string;
  /** The lock of the package that is there. */
  readonly previous?: Lock;
  /** Overwrite what a person edited; never what groundplan did not make. */
  readonly force: boolean;
  /** Whether the stored Design is the input, so that an edit of it is meant. */
  readonly designIsInput: boolean;
}

/** Compares what is there with what shall be. Changes nothing. */
export async function planWrite(
  files: Files,
  artifacts: readonly Artifact[],
  lock: Omit<Lock, "artifacts">,
  { root, previous, force, designIsInput }: WriteOptions,
): Promise<WritePlan> {
  const made = previous?.artifacts ?? {};
  const created: string[] = [];
  const changed: string[] = [];
  const removed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const changes: Change[] = [];
  for (const { path, text, kind } of sortedBy(artifacts, (artifact) => artifact.path)) {
    const found = await readText(files, `${root}/${path}`);
    if (found === text) continue;
    changes.push({ path, content: text });
    (found === undefined ? created : changed).push(path);
    if (found === undefined || (designIsInput && kind === "design")) continue;
    const artifact = { path };
    if (made[path] === undefined) {
      diagnostics.push(foreignFile("package", { path }, { artifact }));
    } else if (made[path] !== digest(found) && !force) {
      const difference = describeDifference(found, text);
      diagnostics.push(edited("package", { path, difference }, { artifact }));
    }
  }
  const wanted = new Set(artifacts.map(({ path }) => path));
  for (const path of Object.keys(made).filter((candidate) => !wanted.has(candidate))) {
    const found = await readText(files, `${root}/${path}`);
    if (found === undefined) continue;
    changes.push({ path });
    removed.push(path);
    if (made[path] === digest(found) || force) continue;
    const difference = "(the design no longer calls for it, so it would be removed)";
    diagnostics.push(edited("package", { path, difference }, { artifact: { path } }));
  }
  changes.push({
    path: LOCK_PATH,
    content: formatLock({ ...lock, artifacts: digests(artifacts) }),
  });
  return { created, changed, removed, diagnostics: below(root, diagnostics), changes };
}

/** Carries a plan out as one step. */
export async function carryOut(files: Files, root: string, plan: WritePlan): Promise<void> {
  await writeJournalled(files, root, plan.changes);
}

function digests(artifacts: readonly Artifact[]): Record<string, string> {
  return Object.fromEntries(artifacts.map(({ path, text }) => [path, digest(text)]));
}
