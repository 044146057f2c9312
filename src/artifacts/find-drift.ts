import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { digest } from "../util/digest.ts";
import { sortedBy } from "../util/order.ts";
import type { Artifact, ArtifactKind } from "./artifact.ts";
import { describeDifference } from "./describe-difference.ts";
import type { Lock } from "./lock.ts";

type PathArguments = { readonly path: string };
type DifferenceArguments = { readonly path: string; readonly difference: string };

export const missing = declareDiagnostic<PathArguments>({
  code: "drift/missing",
  severity: "error",
  message: ({ path }) => `${path} is missing`,
  fix: "run `groundplan render` to make it again, or restore it from version control",
});

export const edited = declareDiagnostic<DifferenceArguments>({
  code: "drift/edited",
  severity: "error",
  message: ({ path, difference }) => `${path} was edited by hand\n${difference}`,
  fix: "make the change in design/ and run `groundplan render`, or undo it with `groundplan render --force`",
});

export const outdated = declareDiagnostic<DifferenceArguments>({
  code: "drift/outdated",
  severity: "error",
  message: ({ path, difference }) => `${path} is not what the design renders to\n${difference}`,
  fix: "run `groundplan render` and commit the result",
});

export const orphan = declareDiagnostic<PathArguments>({
  code: "drift/orphan",
  severity: "error",
  message: ({ path }) => `${path} was made by groundplan, but the design no longer calls for it`,
  fix: "run `groundplan render` to remove it",
});

export const staleRequirements = declareDiagnostic<PathArguments>({
  code: "drift/stale-requirements",
  severity: "error",
  message: ({ path }) => `${path} changed after the package was generated`,
  fix: ({ path }) => `run \`groundplan generate\` on ${path} again and commit the result`,
});

export const missingRequirements = declareDiagnostic<PathArguments>({
  code: "drift/missing-requirements",
  severity: "warning",
  message: ({ path }) => `${path}, which the package was generated from, is not there`,
  fix: "restore the file, or generate the package again from where the requirements are now",
});

/** What a package holds now, next to what it should hold. */
export interface DriftInput {
  readonly lock: Lock;
  /** What the stored Design renders to. */
  readonly expected: readonly Artifact[];
  /** Text of every file that is in the lock or expected, and there. */
  readonly found: ReadonlyMap<string, string>;
  /** Digest of each requirements file of the lock that is there. */
  readonly requirements: ReadonlyMap<string, string>;
}

/** Every way in which the package no longer says the same as its Design and requirements. */
export function findDrift({
  lock,
  expected,
  found,
  requirements,
}: DriftInput): readonly Diagnostic[] {
  const paths = new Set(expected.map(({ path }) => path));
  return [
    ...sortedBy(expected, ({ path }) => path).flatMap((artifact) =>
      driftOf(artifact, found.get(artifact.path), lock.artifacts[artifact.path]),
    ),
    ...Object.keys(lock.artifacts)
      .filter((path) => !paths.has(path) && found.has(path))
      .map((path) => orphan("package", { path }, { artifact: { path } })),
    ...lock.requirements.flatMap(({ path, digest: locked }) => {
      const current = requirements.get(path);
      if (current === undefined) return [missingRequirements("package", { path })];
      return current === locked ? [] : [staleRequirements("package", { path })];
    }),
  ];
}

const HISTORY: ReadonlySet<ArtifactKind> = new Set([
  "sql-up",
  "sql-down",
  "sql-snapshot",
  "sql-runner",
  "sql-pre",
  "sql-post",
]);

/** Committed migrations are rendered from themselves: only the lock tells that one was edited. */
export function isHistory(kind: ArtifactKind): boolean {
  return HISTORY.has(kind);
}

/** A committed migration that is no longer what was committed. */
export function editedHistory(path: string): Diagnostic {
  const difference = "(a committed migration is never changed: databases have run it as it was)";
  const fix = `restore ${path} from version control; to change the schema, change design/ and render`;
  return edited("package", { path, difference }, { artifact: { path }, fix });
}

function driftOf(
  { path, kind, text }: Artifact,
  found: string | undefined,
  locked: string | undefined,
): readonly Diagnostic[] {
  const artifact = { path };
  if (found === undefined) return [missing("package", { path }, { artifact })];
  const isLocked = locked === digest(found);
  if (found === text && isLocked) return [];
  if (isHistory(kind) && locked !== undefined && !isLocked) return [editedHistory(path)];
  // A file outside the lock that says the right thing has drifted from nothing.
  if (found === text && locked === undefined && kind !== "design") return [];
  const difference = describeDifference(found, text);
  // The design is there to be edited; it is out of step only until it is rendered.
  const wasEdited = kind !== "design" && found !== text && locked !== undefined && !isLocked;
  return wasEdited
    ? [edited("package", { path, difference }, { artifact })]
    : [outdated("package", { path, difference }, { artifact })];
}
