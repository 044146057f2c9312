import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { byCodeUnit, sortedBy } from "../../src/util/order.ts";
import { writeGenerated } from "./write-generated.ts";

interface CodeEntry {
  readonly code: string;
  readonly severity: string;
  readonly page: string;
}

const TARGET = "src/diagnostics/registry.generated.ts";

/** Writes the registry of all declared codes; gives back what is wrong with the declarations. */
export async function generateCodeRegistry(root: string): Promise<readonly string[]> {
  const entries = await collectCodes(join(root, "src"));
  const problems = findProblems(join(root, "src"), entries);
  if (problems.length === 0) writeGenerated(root, TARGET, renderRegistry(entries));
  return problems;
}

async function collectCodes(source: string): Promise<readonly CodeEntry[]> {
  const entries: CodeEntry[] = [];
  for (const path of globSync("**/*.ts", { cwd: source }).sort(byCodeUnit)) {
    const text = readFileSync(join(source, path), "utf8");
    if (
      !/\bdeclareDiagnostic(<[^(]*>)?\(/.test(text) ||
      /function declareDiagnostic\b/.test(text)
    ) {
      continue;
    }
    const module: object = await import(pathToFileURL(join(source, path)).href);
    const reporters = Object.values(module).filter(isReporter);
    const declared = text.match(/\bdeclareDiagnostic(<[^(]*>)?\(/g)?.length ?? 0;
    if (reporters.length < declared) {
      throw new Error(
        `src/${path} declares ${declared} codes and exports ${reporters.length} reporters: export each`,
      );
    }
    for (const { code, severity } of reporters) {
      const page = `${dirname(path)}/${code.split("/").at(-1)}.md`.replaceAll("\\", "/");
      entries.push({ code, severity, page });
    }
  }
  return sortedBy(entries, ({ code }) => code);
}

function findProblems(source: string, entries: readonly CodeEntry[]): readonly string[] {
  const problems: string[] = [];
  for (const [index, { code, page }] of entries.entries()) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code)) {
      problems.push(`${code}: a code is family/name in kebab-case`);
    }
    if (entries[index + 1]?.code === code) problems.push(`${code}: declared twice`);
    if (!existsSync(join(source, page))) problems.push(`${code}: its page src/${page} is missing`);
  }
  const pages = new Set(entries.map(({ page }) => page));
  const families = new Set(entries.map(({ page }) => dirname(page)));
  for (const page of globSync("**/*.md", { cwd: source })) {
    if (families.has(dirname(page)) && !pages.has(page)) {
      problems.push(`src/${page}: no code is named ${basename(page, ".md")}`);
    }
  }
  return problems.sort(byCodeUnit);
}

function renderRegistry(entries: readonly CodeEntry[]): string {
  return [
    'import type { Severity } from "./severity.ts";',
    "",
    "/** A declared code; the page is relative to the source folder. */",
    "export interface RegisteredCode {",
    "  readonly code: string;",
    "  readonly severity: Severity;",
    "  readonly page: string;",
    "}",
    "",
    "export const registeredCodes: readonly RegisteredCode[] = [",
    ...entries.map(
      ({ code, severity, page }) =>
        `  { code: ${JSON.stringify(code)}, severity: ${JSON.stringify(severity)}, page: ${JSON.stringify(page)} },`,
    ),
    "];",
  ].join("\n");
}

function isReporter(value: unknown): value is { code: string; severity: string } {
  return (
    typeof value === "function" &&
    "code" in value &&
    typeof value.code === "string" &&
    "severity" in value &&
    typeof value.severity === "string"
  );
}
