import type { Node } from "libpg-query";
import type { ParsedStatement } from "../../../engines/parse-sql.ts";

/** Limits that hold when a statement runs. */
export interface SessionSettings {
  readonly hasLockTimeout: boolean;
  readonly hasStatementTimeout: boolean;
}

export interface SettingsTracker {
  readonly current: SessionSettings;
  /** @param endsTransaction whether what was SET LOCAL is over after it. */
  apply(statement: ParsedStatement): void;
}

const LIMITS = ["lock_timeout", "statement_timeout"];

/** Follows SET, RESET and set_config through a file. */
export function createSettingsTracker(assumed: boolean): SettingsTracker {
  const session = new Map<string, boolean>();
  const local = new Map<string, boolean>();
  function isSet(name: string): boolean {
    return local.get(name) ?? session.get(name) ?? assumed;
  }
  function set(name: string, isLocal: boolean, value: boolean | undefined): void {
    const target = isLocal ? local : session;
    if (!LIMITS.includes(name)) return;
    if (value === undefined) target.delete(name);
    else target.set(name, value);
  }
  return {
    get current() {
      return {
        hasLockTimeout: isSet("lock_timeout"),
        hasStatementTimeout: isSet("statement_timeout"),
      };
    },
    apply({ node }) {
      if ("TransactionStmt" in node) {
        const { kind } = node.TransactionStmt;
        if (kind === "TRANS_STMT_COMMIT" || kind === "TRANS_STMT_ROLLBACK") local.clear();
      }
      if ("VariableSetStmt" in node) {
        const { kind, name = "", args, is_local: isLocal = false } = node.VariableSetStmt;
        const key = name.toLowerCase();
        if (kind === "VAR_RESET_ALL") session.clear();
        else if (kind === "VAR_SET_VALUE") set(key, isLocal, !isZero(args?.[0]));
        else set(key, isLocal, undefined);
      }
      if ("SelectStmt" in node) {
        for (const { name, value, isLocal } of setConfigCalls(node)) set(name, isLocal, value);
      }
    },
  };
}

/** Zero turns a limit off. */
function isZero(node: Node | undefined): boolean {
  if (node === undefined || !("A_Const" in node)) return false;
  const { ival, sval } = node.A_Const;
  if (sval !== undefined) return /^\s*0+\s*[a-z]*\s*$/i.test(sval.sval ?? "");
  return ival !== undefined && (ival.ival ?? 0) === 0;
}

function setConfigCalls(
  node: Extract<Node, { SelectStmt: unknown }>,
): readonly { readonly name: string; readonly value: boolean; readonly isLocal: boolean }[] {
  return (node.SelectStmt.targetList ?? []).flatMap((target) => {
    const call = "ResTarget" in target ? target.ResTarget.val : undefined;
    if (call === undefined || !("FuncCall" in call)) return [];
    const [last] = (call.FuncCall.funcname ?? []).slice(-1);
    if (last === undefined || !("String" in last) || last.String.sval !== "set_config") return [];
    const [name, value, local] = call.FuncCall.args ?? [];
    if (name === undefined || !("A_Const" in name)) return [];
    const isLocal =
      local !== undefined && "A_Const" in local && local.A_Const.boolval?.boolval === true;
    return [{ name: name.A_Const.sval?.sval?.toLowerCase() ?? "", value: !isZero(value), isLocal }];
  });
}
