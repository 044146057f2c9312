import type { SourceFile } from "./source-file.ts";

/** Libraries that cost more to load than a fast command may take. */
export const heavyLibraries: readonly string[] = [
  "@anthropic-ai/sdk",
  "@apidevtools/swagger-parser",
  "@asyncapi/parser",
  "@electric-sql/pglite",
  "@mermaid-js/mermaid-cli",
  "@polyglot-sql/sdk",
  "@prometheus-io/lezer-promql",
  "@redocly/openapi-core",
  "@sparticuz/chromium",
  "@stoplight/spectral-core",
  "@stoplight/spectral-parsers",
  "@stoplight/spectral-rulesets",
  "beautiful-mermaid",
  "@theguild/federation-composition",
  "graphql",
  "libpg-query",
  "mermaid",
  "markdown-it",
  "minisearch",
  "mysql2",
  "node-sql-parser",
  "puppeteer",
  "shiki",
  "wink-eng-lite-web-model",
  "wink-nlp",
];

const SDK = "@anthropic-ai/sdk";
const SDK_FOLDER = "architects/model/anthropic/";

/** Heavy libraries that load with the file, and the SDK outside its folder. */
export function findLoadingProblems(file: SourceFile): readonly string[] {
  return file.imports.flatMap(({ specifier, kind, line }) => {
    const library = heavyLibraries.find(
      (name) => specifier === name || specifier.startsWith(`${name}/`),
    );
    if (library === undefined) return [];
    const place = `${file.path}:${line}`;
    return [
      ...(kind === "static" ? [`${place} loads ${library} for everybody: use await import()`] : []),
      ...(library === SDK && !file.path.startsWith(SDK_FOLDER)
        ? [`${place} imports ${SDK}: only src/${SDK_FOLDER} knows it`]
        : []),
    ];
  });
}
