import type { Artifact } from "../artifacts/artifact.ts";
import type { Change } from "../artifacts/change.ts";
import { describeDifference } from "../artifacts/describe-difference.ts";
import { edited, editedHistory, isHistory } from "../artifacts/find-drift.ts";
import { writeJournalled } from "../artifacts/journal.ts";
import type { Lock } from "../artifacts/lock.ts";
import { formatLock, LOCK_PATH } from "../artifacts/lock.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Files } from "../host/host.ts";
import { digest } from "../util/digest.ts";
import { sortedBy } from "../util/order.ts";
import { below, findObstruction, readPlainFiles } from "./read-package.ts";

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
  /** Whether there are artifacts for the design alone: what else is there stays as it is. */
  readonly designOnly?: boolean;
}

/** Compares what is there with what shall be. Changes nothing. */
export async function planWrite(
  files: Files,
  artifacts: readonly Artifact[],
  lock: Omit<Lock, "artifacts">,
  options: WriteOptions,
): Promise<WritePlan> {
  const made = options.previous?.artifacts ?? {};
  const wanted = new Set(artifacts.map(({ path }) => path));
  const unwanted = Object.keys(made).filter((path) => !wanted.has(path));
  const found = await readPlainFiles(files, options.root, [...wanted, ...unwanted]);
  const created = artifacts.filter(({ path }) => !found.has(path));
  const changed = artifacts.filter(({ path, text }) => found.has(path) && found.get(path) !== text);
  const removed = options.designOnly === true ? [] : unwanted.filter((path) => found.has(path));
  const kept = options.designOnly === true ? pick(made, unwanted) : {};
  const text = formatLock({ ...lock, artifacts: { ...kept, ...digests(artifacts) } });
  return {
    created: paths(created),
    changed: paths(changed),
    removed,
    diagnostics: below(options.root, [
      ...sortedBy(artifacts, ({ path }) => path).flatMap((artifact) =>
        objectionsTo(artifact, found.get(artifact.path), made[artifact.path], options),
      ),
      ...removed.flatMap((path) =>
        options.force || made[path] === digest(found.get(path) ?? "") ? [] : [editedOrphan(path)],
      ),
    ]),
    changes: [
      ...[...created, ...changed].map(({ path, text: content }) => ({ path, content })),
      ...removed.map((path) => ({ path })),
      { path: LOCK_PATH, content: text },
    ],
  };
}

/** Carries a plan out as one step, or says what stands in the way. */
export async function carryOut(
  files: Files,
  root: string,
  plan: WritePlan,
): Promise<readonly Diagnostic[]> {
  return findObstruction(() => writeJournalled(files, root, plan.changes));
}

/** Why an artifact may not be put where it belongs. */
function objectionsTo(
  { path, kind, text }: Artifact,
  found: string | undefined,
  locked: string | undefined,
  { force, designIsInput }: WriteOptions,
): readonly Diagnostic[] {
  if (found === undefined || (designIsInput && kind === "design")) return [];
  const wasEdited = locked !== undefined && locked !== digest(found);
  if (isHistory(kind) && wasEdited && !force) return [editedHistory(path)];
  if (found === text) return [];
  const artifact = { path };
  if (locked === undefined) return [foreignFile("package", { path }, { artifact })];
  if (!wasEdited || force) return [];
  const fix = "run `groundplan render` to keep the edit, or add --force to draft over it";
  const details = { artifact, ...(kind === "design" ? { fix } : {}) };
  const difference = describeDifference(found, text);
  return [edited("package", { path, difference }, details)];
}

function editedOrphan(path: string): Diagnostic {
  const difference = "(the design no longer calls for it, so it would be removed)";
  return edited("package", { path, difference }, { artifact: { path } });
}

function paths(artifacts: readonly Artifact[]): readonly string[] {
  return sortedBy(artifacts, ({ path }) => path).map(({ path }) => path);
}

function pick(made: Lock["artifacts"], wanted: readonly string[]): Record<string, string> {
  const keep = new Set(wanted);
  return Object.fromEntries(Object.entries(made).filter(([path]) => keep.has(path)));
}

function digests(artifacts: readonly Artifact[]): Record<string, string> {
  return Object.fromEntries(artifacts.map(({ path, text }) => [path, digest(text)]));
}
