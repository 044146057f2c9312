import type { Constraint, Node } from "libpg-query";
import { stringsOf } from "./nodes.ts";

/** The columns that a constraint proves to be not null. */
export function requiredColumns({ contype, raw_expr: check, keys }: Constraint): readonly string[] {
  if (contype === "CONSTR_NOTNULL") return stringsOf(keys);
  return contype === "CONSTR_CHECK" && check !== undefined ? requiredIn(check) : [];
}

/** `a IS NOT NULL AND b IS NOT NULL`: what is under an OR proves nothing. */
function requiredIn(node: Node): readonly string[] {
  if ("NullTest" in node) {
    const { nulltesttype, arg } = node.NullTest;
    if (nulltesttype !== "IS_NOT_NULL" || arg === undefined || !("ColumnRef" in arg)) return [];
    return stringsOf(arg.ColumnRef.fields).slice(-1);
  }
  if ("BoolExpr" in node && node.BoolExpr.boolop === "AND_EXPR") {
    return (node.BoolExpr.args ?? []).flatMap(requiredIn);
  }
  return [];
}
