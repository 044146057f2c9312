import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const pages = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];

describe.each(pages)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  test("names only files that are there", () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, target]) => target ?? "",
    );
    const local = links.filter((target) => !/^[a-z]+:/.test(target));
    expect(local.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
    if (page === "README.md") expect(local.length).toBeGreaterThan(20);
  });

  test("names only source files that are there", () => {
    const named = [...text.matchAll(/`((?:src|tests|agents|templates|scripts)\/[\w./-]+)`/g)];
    const paths = named.map(([, path]) => path ?? "");
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});

test("the excerpts of the README are what stands in the package", () => {
  const readme = readFileSync("README.md", "utf8");
  const excerpts = {
    yaml: "output/marketplace/openapi/ordering.yaml",
    sql: "output/marketplace/database/ordering/schema.sql",
  };
  for (const [language, path] of Object.entries(excerpts)) {
    const excerpt = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? "";
    expect(excerpt.split("\n").length).toBeGreaterThanOrEqual(10);
    // The formatter moves an excerpt to the margin.
    expect(trimmed(readFileSync(path, "utf8"))).toContain(trimmed(excerpt));
  }
});

function trimmed(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join("\n");
}
