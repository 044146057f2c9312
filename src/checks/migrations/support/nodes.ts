import type { Node, RangeVar } from "libpg-query";

/** The texts of a list of `String` nodes. */
export function stringsOf(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).flatMap((node) => ("String" in node ? [node.String.sval ?? ""] : []));
}

/** The tables of a list of them. */
export function rangesOf(nodes: readonly Node[] | undefined): readonly RangeVar[] {
  return (nodes ?? []).flatMap((node) => ("RangeVar" in node ? [node.RangeVar] : []));
}

/** Calls `visit` with every tagged node below, itself included. */
export function visitNodes(node: unknown, visit: (kind: string, body: object) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visitNodes(item, visit);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== "object" || value === null) continue;
    // Names of node types begin with a capital, those of fields do not.
    if (/^[A-Z]/.test(key)) visit(key, value);
    visitNodes(value, visit);
  }
}

/** Whether an option such as `CONCURRENTLY` or `FULL` of a list is on. */
export function isOptionOn(options: readonly Node[] | undefined, name: string): boolean {
  return (options ?? []).some((node) => {
    if (!("DefElem" in node) || node.DefElem.defname !== name) return false;
    const { arg } = node.DefElem;
    if (arg === undefined) return true;
    if ("String" in arg) return !/^(?:false|off|no|0)$/i.test(arg.String.sval ?? "");
    if ("Boolean" in arg) return arg.Boolean.boolval === true;
    return !("Integer" in arg) || (arg.Integer.ival ?? 0) !== 0;
  });
}
