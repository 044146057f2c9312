import type { SourceFile } from "./source-file.ts";

interface Permission {
  /** A file, or a folder that ends with `/`. */
  readonly path: string;
  /** Names or specifiers, a `*` at the end for all of a kind. */
  readonly allows: readonly string[];
  readonly reason: string;
}

export const permissions: readonly Permission[] = [
  {
    path: "host/node.ts",
    allows: ["node:*", "process", "performance", "Date"],
    reason: "the host is the machine",
  },
  {
    path: "host/node-databases.ts",
    allows: ["node:*", "process", "Math.random"],
    reason: "engines of the machine; a name that nobody else has on a shared server",
  },
  { path: "host/node-revisions.ts", allows: ["node:*"], reason: "git is a program of the machine" },
  {
    path: "host/mariadb-server.ts",
    allows: ["node:*", "process"],
    reason: "a server of its own is a process with a folder",
  },
  {
    path: "host/node-browsers.ts",
    allows: ["node:*", "process"],
    reason: "programs of the machine",
  },
  {
    path: "engines/pictures/within.ts",
    allows: ["setTimeout", "clearTimeout"],
    reason: "a page that hangs does not answer: only time tells",
  },
  { path: "util/digest.ts", allows: ["node:crypto"], reason: "hashing is a pure function" },
  {
    path: "architects/model/anthropic/",
    allows: ["fetch", "setTimeout", "clearTimeout", "AbortSignal", "AbortController"],
    reason: "a call over the network, with a time limit",
  },
  {
    path: "checks/artifacts/mermaid/parse-diagram.ts",
    allows: ["globalThis"],
    reason: "Mermaid asks the browser for colours: it sees one while it parses",
  },
  {
    path: "cli/main.ts",
    allows: ["process", "console", "node:tty", "node:v8"],
    reason: "arguments come in and the exit status goes out here, to a terminal or a pipe",
  },
  { path: "cli/", allows: ["console"], reason: "the command line prints" },
  { path: "reporters/", allows: ["console"], reason: "a report may be printed" },
];

const IMPURE_NAMES: ReadonlySet<string> = new Set([
  "process",
  "fetch",
  "Date",
  "performance",
  "crypto",
  "console",
  "globalThis",
  "global",
  "require",
  "eval",
  "Function",
  "WebSocket",
  "XMLHttpRequest",
  "navigator",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "clearTimeout",
  "AbortSignal",
  "AbortController",
  "Math.random",
]);

/** They ask the system for its locale, and so make other bytes on another machine. */
const LOCALE_MEMBERS =
  /\.(localeCompare|toLocale(String|DateString|TimeString|UpperCase|LowerCase))$/;

const BUILTIN =
  /^(node:.*|(assert|buffer|child_process|cluster|crypto|dgram|dns|events|fs|http|http2|https|inspector|module|net|os|path|perf_hooks|process|readline|stream|timers|tls|url|util|v8|vm|worker_threads|zlib)(\/.*)?)$/;

/** What reaches out of a file without the host: system modules, clock, chance, network, locale. */
export function findPurityProblems(file: SourceFile): readonly string[] {
  const names = file.names.filter(
    ({ name }) => IMPURE_NAMES.has(name) || LOCALE_MEMBERS.test(name),
  );
  const modules = file.imports
    .filter(({ specifier }) => BUILTIN.test(specifier))
    .map(({ specifier, line }) => ({ name: specifier, line }));
  return [...names, ...modules]
    .filter(({ name }) => !isAllowed(file.path, name))
    .map(({ name, line }) => `${file.path}:${line} uses ${name}: only a host does`);
}

function isAllowed(path: string, name: string): boolean {
  return permissions.some(
    (permission) =>
      (permission.path === path ||
        (permission.path.endsWith("/") && path.startsWith(permission.path))) &&
      permission.allows.some((allowed) =>
        allowed.endsWith("*") ? name.startsWith(allowed.slice(0, -1)) : name === allowed,
      ),
  );
}
