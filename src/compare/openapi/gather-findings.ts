import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isAtLeast } from "../../diagnostics/severity.ts";
import { byCodeUnit } from "../../util/order.ts";
import type { ApiFinding } from "./compare-specs.ts";
import type { FoundOperation } from "./collect-operations.ts";
import type { Comparison, OwnedFinding } from "./comparison.ts";
import { stabilityOf } from "./stability-of.ts";

/** Operations that a message names; a report lists all of them. */
const NAMED = 3;

interface Known {
  readonly before: ReadonlyMap<string, FoundOperation>;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * One finding for each code and subject. That of a shared schema names the operations that it
 * reaches; where requests and responses are hurt, the worse counts.
 */
export function gatherFindings(
  comparison: Comparison,
  { before, names }: Known,
): readonly ApiFinding[] {
  const groups = new Map<string, OwnedFinding[]>();
  for (const found of comparison.found) {
    const key = `${found.diagnostic.code} ${found.diagnostic.subject}`;
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  const reach = createReach(comparison);
  return [...groups.values()].flatMap((group): readonly ApiFinding[] => {
    const [first] = group;
    if (first === undefined) return [];
    const worst = group.reduce((a, b) => (isWorse(b.diagnostic, a.diagnostic) ? b : a), first);
    const isShared = comparison.users.has(worst.owner.key);
    const keys = new Set(
      group.flatMap(({ owner }) => (isShared ? [...reach(owner.key)] : owner.key)),
    );
    const operations = [...keys].flatMap((key) => names.get(key) ?? []).sort(byCodeUnit);
    const isUnstable =
      keys.size > 0 && [...keys].every((key) => isFree(before.get(key)) && names.has(key));
    const { diagnostic, base, head } = worst;
    const kept = /stability|sunset/.test(diagnostic.code);
    const judged: Diagnostic =
      isUnstable && !kept ? { ...diagnostic, severity: "info" } : diagnostic;
    const told = isShared
      ? { ...judged, message: `${judged.message} (${list(operations)})` }
      : judged;
    const related = isShared ? { related: operations } : {};
    const pointers = { ...(base !== undefined && { base }), ...(head !== undefined && { head }) };
    return [{ diagnostic: { ...told, ...related }, ...pointers }];
  });
}

/** What was announced as a draft may change. */
function isFree(operation: FoundOperation | undefined): boolean {
  const level = stabilityOf(operation?.value);
  return level === "draft" || level === "alpha";
}

function isWorse(a: Diagnostic, b: Diagnostic): boolean {
  return a.severity !== b.severity && isAtLeast(a.severity, b.severity);
}

function list(operations: readonly string[]): string {
  const shown = operations.slice(0, NAMED).map((name) => `\`${name}\``);
  const more = operations.length - shown.length;
  if (shown.length === 0) return "no operation uses it";
  return `in ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Keys of the operations that a shared schema reaches, through other schemas too. */
function createReach({ users }: Comparison): (key: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return function reach(key) {
    const found = known.get(key);
    if (found !== undefined) return found;
    const operations = new Set<string>();
    const seen = new Set([key]);
    const open = [key];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const around = users.get(next);
      if (around === undefined) operations.add(next);
      for (const user of around ?? []) {
        if (seen.has(user)) continue;
        seen.add(user);
        open.push(user);
      }
    }
    known.set(key, operations);
    return operations;
  };
}
