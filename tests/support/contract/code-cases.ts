import type { RegisteredCode } from "../../../src/diagnostics/registry.generated.ts";
import { readSourceFile } from "../architecture/source-file.ts";

/** The calls of `invalid` and `valid` in a test file, as `invalid family/name`. */
export function findCases(path: string, text: string): readonly string[] {
  const helpers = /^tests\/(?:.+\/)?[^/]+\.test\.ts$/.test(path)
    ? readSourceFile(path, text).imports.some(({ specifier }) =>
        specifier.endsWith("support/cases.ts"),
      )
    : false;
  if (!helpers) return [];
  return [...withoutComments(text).matchAll(/(?<![\w.])(invalid|valid)\(\s*"([^"]+)"\s*,/g)].map(
    ([, helper, code]) => `${helper} ${code}`,
  );
}

/** Codes without both cases, and cases of codes that nobody declares. */
export function findCaseProblems(
  codes: readonly RegisteredCode[],
  cases: ReadonlySet<string>,
): readonly string[] {
  const known = new Set(codes.flatMap(({ code }) => [`invalid ${code}`, `valid ${code}`]));
  return [
    ...[...known].filter((name) => !cases.has(name)).map((name) => `no test calls ${asCall(name)}`),
    ...[...cases]
      .filter((name) => !known.has(name))
      .map((name) => `${asCall(name)} is about a code that nobody declares`),
  ];
}

/** What a page lacks: the title of its code, and three sections that say something. */
export function findPageProblems(code: string, page: string): readonly string[] {
  const headings = page.match(/^#{1,6} .*$/gm) ?? [];
  const expected = [`# ${code}`, "## What", "## Why", "## How to fix"];
  if (headings.join("\n") !== expected.join("\n")) {
    return [
      `the page of ${code} has the headings ${headings.join(", ")}, not ${expected.join(", ")}`,
    ];
  }
  return page
    .split(/^## (.*)$/m)
    .slice(1)
    .flatMap((part, index, parts) => {
      const body = parts[index + 1]?.trim() ?? "";
      return index % 2 === 0 && body.length < 20
        ? [`the page of ${code} says nothing under ${part}`]
        : [];
    });
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\/.*$/gm, "").replace(/\/\*[\s\S]*?\*\//g, "");
}

function asCall(name: string): string {
  const [helper, code] = name.split(" ");
  return `${helper}("${code}", …)`;
}
