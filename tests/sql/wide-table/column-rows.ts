import { both, made } from "./wide-row.ts";
import type { WideRow } from "./wide-row.ts";

const TYPES: readonly WideRow[] = [
  made(
    "uuid",
    { id: "v", type: "uuid" },
    {
      postgresql: "v uuid NOT NULL",
      mysql: "`v` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL",
      mariadb: "`v` uuid NOT NULL",
      sqlite: "v text NOT NULL CHECK (length(v) = 36)",
    },
  ),
  made(
    "string with a bound",
    { id: "v", type: "string", maxLength: 40 },
    {
      ...both("v varchar(40) NOT NULL", "`v` varchar(40) NOT NULL", "v text NOT NULL"),
      sqlite: ["v text NOT NULL", "CONSTRAINT things_v_length CHECK (length(v) <= 40)"],
    },
  ),
  made(
    "string without a bound",
    { id: "v", type: "string" },
    both("v text NOT NULL", "`v` longtext NOT NULL", "v text NOT NULL"),
  ),
  made(
    "string with a long bound",
    { id: "v", type: "string", maxLength: 5000 },
    {
      postgresql: "v varchar(5000) NOT NULL",
      mysql: ["`v` longtext NOT NULL", "CHECK (char_length(`v`) <= 5000)"],
      mariadb: ["`v` longtext NOT NULL", "CHECK (char_length(`v`) <= 5000)"],
      sqlite: "CHECK (length(v) <= 5000)",
    },
  ),
  made(
    "text",
    { id: "v", type: "text" },
    both("v text NOT NULL", "`v` longtext NOT NULL", "v text NOT NULL"),
  ),
  made(
    "integer",
    { id: "v", type: "integer" },
    both(
      "v integer NOT NULL",
      "`v` int NOT NULL",
      "v integer NOT NULL CHECK (v BETWEEN -2147483648 AND 2147483647)",
    ),
  ),
  made(
    "bigint",
    { id: "v", type: "bigint" },
    both("v bigint NOT NULL", "`v` bigint NOT NULL", "v integer NOT NULL"),
  ),
  made(
    "decimal",
    { id: "v", type: "decimal", precision: 12, scale: 4 },
    both("v numeric(12, 4) NOT NULL", "`v` decimal(12, 4) NOT NULL", "v real NOT NULL"),
  ),
  made(
    "boolean",
    { id: "v", type: "boolean" },
    both("v boolean NOT NULL", "`v` boolean NOT NULL", "v integer NOT NULL CHECK (v IN (0, 1))"),
  ),
  made(
    "date",
    { id: "v", type: "date" },
    both(
      "v date NOT NULL",
      "`v` date NOT NULL",
      "v text NOT NULL CHECK (v = strftime('%Y-%m-%d', v))",
    ),
  ),
  made(
    "time",
    { id: "v", type: "time" },
    both("v time NOT NULL", "`v` time(6) NOT NULL", "v text NOT NULL CHECK (time(v) IS NOT NULL)"),
  ),
  made(
    "timestamp",
    { id: "v", type: "timestamp" },
    both(
      "v timestamptz NOT NULL",
      "`v` datetime(6) NOT NULL",
      "v text NOT NULL CHECK (v = strftime('%Y-%m-%dT%H:%M:%fZ', v))",
    ),
  ),
  made(
    "enum",
    { id: "v", type: "enum", enumValues: ["a", "it's"] },
    {
      postgresql: ["v text NOT NULL", "CHECK (v IN ('a', 'it''s'))"],
      mysql: ["`v` varchar(63) NOT NULL", "CHECK (`v` IN ('a', 'it''s'))"],
      mariadb: ["`v` varchar(63) NOT NULL", "CHECK (`v` IN ('a', 'it''s'))"],
      sqlite: ["v text NOT NULL", "CHECK (v IN ('a', 'it''s'))"],
    },
  ),
  made(
    "json",
    { id: "v", type: "json" },
    both("v jsonb NOT NULL", "`v` json NOT NULL", "v text NOT NULL CHECK (json_valid(v))"),
  ),
  made(
    "binary",
    { id: "v", type: "binary" },
    both("v bytea NOT NULL", "`v` longblob NOT NULL", "v blob NOT NULL"),
  ),
  made(
    "no value allowed",
    { id: "v", type: "date", nullable: true },
    both("v date,", "`v` date,", "v text CHECK"),
  ),
];

const DEFAULTS: readonly WideRow[] = [
  made(
    "default uuid",
    { id: "v", type: "uuid", default: { function: "uuid" } },
    both("DEFAULT gen_random_uuid()", "DEFAULT (uuid())", "DEFAULT (lower(hex(randomblob(4))"),
  ),
  made(
    "default now of a timestamp",
    { id: "v", type: "timestamp", default: { function: "now" } },
    both(
      "DEFAULT now()",
      "DEFAULT (utc_timestamp(6))",
      "DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
    ),
  ),
  made(
    "default now of a date",
    { id: "v", type: "date", default: { function: "now" } },
    both("DEFAULT CURRENT_DATE", "DEFAULT (utc_date())", "DEFAULT (strftime('%Y-%m-%d', 'now'))"),
  ),
  made(
    "default now of a time",
    { id: "v", type: "time", default: { function: "now" } },
    both("DEFAULT LOCALTIME", "DEFAULT (utc_time(6))", "DEFAULT (strftime('%H:%M:%S', 'now'))"),
  ),
  made(
    "default text with a quote and a backslash",
    { id: "v", type: "string", maxLength: 20, default: "it's \\" },
    both("DEFAULT 'it''s \\'", "DEFAULT 'it''s \\\\'", "DEFAULT 'it''s \\'"),
  ),
  made(
    "default text over two lines",
    { id: "v", type: "text", default: "a\nb" },
    both("DEFAULT E'a\\nb'", "DEFAULT ('a\\nb')", "DEFAULT ('a' || char(10) || 'b')"),
  ),
  made(
    "default number",
    { id: "v", type: "integer", default: -3 },
    both("DEFAULT -3", "DEFAULT -3", "DEFAULT -3"),
  ),
  made(
    "default boolean",
    { id: "v", type: "boolean", default: true },
    both("DEFAULT TRUE", "DEFAULT TRUE", "DEFAULT 1"),
  ),
  made(
    "default json",
    { id: "v", type: "json", default: '{"a":1}' },
    both(`DEFAULT '{"a":1}'`, `DEFAULT ('{"a":1}')`, `DEFAULT '{"a":1}'`),
  ),
  made(
    "default bytes",
    { id: "v", type: "binary", default: "AP8=" },
    both("DEFAULT '\\x00ff'", "DEFAULT (x'00ff')", "DEFAULT x'00ff'"),
  ),
  made(
    "default timestamp with an offset",
    { id: "v", type: "timestamp", default: "2024-03-01T00:30:00+02:00" },
    both(
      "DEFAULT '2024-03-01T00:30:00+02:00'",
      "DEFAULT '2024-02-29 22:30:00.000000'",
      "DEFAULT '2024-02-29T22:30:00.000Z'",
    ),
  ),
];

export const columnRows: readonly WideRow[] = [...TYPES, ...DEFAULTS];
