import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** `path:line:column`, `path#/pointer`, or nothing where the finding is about no file. */
export function location({ artifact }: Diagnostic): string {
  if (artifact === undefined) return "";
  const { path, locator } = artifact;
  if (locator === undefined) return path;
  if ("pointer" in locator) return `${path}#${locator.pointer}`;
  return [path, locator.line, locator.column].filter((part) => part !== undefined).join(":");
}
