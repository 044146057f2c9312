import type { FuncCall, Node } from "libpg-query";
import { stringsOf, visitNodes } from "./nodes.ts";

/** Same for the whole statement when called without arguments (`pg_proc.provolatile`). */
const STABLE_WITHOUT_ARGUMENTS = new Set([
  "now",
  "transaction_timestamp",
  "statement_timestamp",
  "current_database",
  "current_schema",
  "pg_backend_pid",
  "txid_current",
  "version",
]);

/** Immutable or stable with any of their arguments. */
const STABLE = new Set(
  (
    "abs array array_append array_cat array_fill array_length array_to_string bool btrim ceil " +
    "ceiling char_length chr coalesce concat concat_ws convert_from convert_to current_setting date " +
    "date_part date_trunc decode digest div encode exp extract floor format greatest hashtext " +
    "initcap int4range int8range interval jsonb_build_array jsonb_build_object json_build_array " +
    "json_build_object jsonb_set left least length lower lpad ltrim make_date make_interval " +
    "make_time make_timestamp make_timestamptz md5 mod nullif numrange overlay position power " +
    "regexp_replace repeat replace reverse right round row_to_json rpad rtrim sha256 sign split_part " +
    "sqrt string_to_array strpos substr substring timezone to_char to_date to_json to_jsonb " +
    "to_number to_timestamp to_tsvector trim trunc tsrange tstzrange daterange upper"
  ).split(" "),
);

/** Another value at every call, in PostgreSQL and in the extensions that come with it. */
const VOLATILE = new Set(
  (
    "random random_normal gen_random_uuid uuidv4 uuidv7 uuid_generate_v1 uuid_generate_v1mc " +
    "uuid_generate_v4 gen_random_bytes gen_salt clock_timestamp timeofday nextval setval currval " +
    "lastval pg_sleep"
  ).split(" "),
);

/** A function in an expression that gives, or may give, every row another value. */
export interface VolatileCall {
  readonly name: string;
  readonly isCertain: boolean;
}

export function volatileCall(expression: Node): VolatileCall | undefined {
  const found: VolatileCall[] = [];
  visitNodes(expression, (kind, body) => {
    if (kind !== "FuncCall") return;
    const { funcname, args = [] } = body as FuncCall;
    const name = stringsOf(funcname).at(-1) ?? "";
    if (STABLE_WITHOUT_ARGUMENTS.has(name) && args.length === 0) return;
    if (STABLE.has(name)) return;
    found.push({ name, isCertain: VOLATILE.has(name) });
  });
  return found.find(({ isCertain }) => isCertain) ?? found[0];
}
