import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Files, Host } from "../host/host.ts";
import { findPackages } from "./check.ts";
import { applyApprovals } from "./diff/apply-approvals.ts";
import type { Approvals } from "./diff/read-approvals.ts";
import { readApprovals } from "./diff/read-approvals.ts";
import { diffSides } from "./diff/diff-sides.ts";
import type { Target } from "./diff/find-target.ts";
import { findTarget } from "./diff/find-target.ts";
import { readSide } from "./diff/read-side.ts";
import type { RunReport, SummaryLine } from "./run-report.ts";
import { unusable, unusableOutcome } from "./run-report.ts";

/** What a person asks `diff` for. */
export interface DiffRequest {
  /** A package, a design folder, an OpenAPI document, or one of them at a Git revision. */
  readonly base: string;
  /** The newer one; what is in the working folder where it is left out. */
  readonly head?: string;
}

export const onlyInHead = declareDiagnostic<{ readonly path: string }>({
  code: "compare/only-in-head",
  severity: "info",
  message: ({ path }) => `${path} is new: there is nothing to compare it with`,
});

const COMMAND = "diff";

/** What changed for clients of the APIs, for the data and for those who read events. Writes nothing. */
export async function diff(request: DiffRequest, host: Host): Promise<RunReport> {
  const approvals = await readApprovals(host.files);
  if (approvals.value === undefined) return unusableOutcome(COMMAND, approvals);
  const pairs = await findPairs(request, host);
  if (pairs.value === undefined) return unusableOutcome(COMMAND, pairs);
  const diagnostics: Diagnostic[] = [];
  const summary: SummaryLine[] = [];
  for (const { base, head } of pairs.value) {
    host.log.progress(`comparing ${base.label} with ${head.label}`);
    const result = await comparePair(base, head, host);
    if (result.value === undefined) return unusable(COMMAND, result.diagnostics);
    diagnostics.push(...result.diagnostics);
    summary.push(...result.value);
  }
  return report(diagnostics, summary, approvals.value);
}

interface TargetPair {
  readonly base: Target;
  readonly head: Target;
}

async function findPairs(
  request: DiffRequest,
  host: Host,
): Promise<Outcome<readonly TargetPair[]>> {
  const given = await findTarget(request.base, host);
  if (given.value === undefined) return { diagnostics: given.diagnostics };
  const base = given.value;
  if (request.head !== undefined) {
    const other = await findTarget(request.head, host);
    if (other.value === undefined) return { diagnostics: other.diagnostics };
    const head = other.value;
    const path = base.path ?? head.path;
    const paths = path === undefined ? await findPackages(host.files) : [path];
    const value = paths.map((each) => ({
      base: withPath(base, base.path ?? each),
      head: withPath(head, head.path ?? each),
    }));
    return { value, diagnostics: [] };
  }
  // A path alone asks what changed since the last commit.
  const committed = base.revision === undefined ? await findTarget("HEAD", host, true) : given;
  if (committed.value === undefined) return { diagnostics: committed.diagnostics };
  const before = committed.value;
  const paths = base.path === undefined ? await findPackages(host.files) : [base.path];
  const value = paths.map((path) => ({
    base: withPath(before, path),
    head: { files: host.files, path, label: path },
  }));
  return { value, diagnostics: [] };
}

function withPath(target: Target, path: string): Target {
  const { revision } = target;
  return { ...target, path, label: revision === undefined ? path : `${revision}:${path}` };
}

async function comparePair(
  base: Target,
  head: Target,
  host: Host,
): Promise<Outcome<readonly SummaryLine[]>> {
  const path = head.path ?? ".";
  const isNew = base.revision !== undefined && !(await isThere(base.files, base.path ?? "."));
  if (isNew && (await isThere(head.files, path))) {
    return { value: [], diagnostics: [onlyInHead("package", { path })] };
  }
  const was = await readSide(base);
  if (was.value === undefined) return { diagnostics: was.diagnostics };
  const is = await readSide(head);
  if (is.value === undefined) return { diagnostics: is.diagnostics };
  return diffSides(was.value, is.value, { today: host.clock.today(), label: head.label });
}

async function isThere(files: Files, path: string): Promise<boolean> {
  return (await files.read(path)) !== undefined || (await files.list(path)) !== undefined;
}

function report(
  found: readonly Diagnostic[],
  summary: readonly SummaryLine[],
  approvals: Approvals,
): RunReport {
  const { diagnostics, approved } = applyApprovals(found, approvals);
  const text = `${approved} of the findings are meant, as ${approvals.path} says`;
  const line = approved === 0 ? [] : [{ label: "approved", text }];
  return { command: COMMAND, status: "done", diagnostics, summary: [...summary, ...line] };
}
