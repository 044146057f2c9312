import { LOCK_PATH } from "../artifacts/lock.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Files } from "../host/host.ts";
import { relativePath } from "../util/relative-path.ts";
import type { InputDocument } from "./read-inputs.ts";
import type { StoredPackage } from "./read-package.ts";
import { below } from "./read-package.ts";

/** A package whose name was taken from one file and comes out of another one again. */
export const otherRequirements = declareDiagnostic<{
  readonly root: string;
  readonly made: readonly string[];
  readonly given: readonly string[];
}>({
  code: "package/other-requirements",
  severity: "error",
  message: ({ root, made, given }) =>
    `${root} was made from ${made.join(", ")}, not from ${given.join(", ")}`,
  fix: ({ root }) =>
    `give these requirements a package of their own with --output <folder>; where they replace the others, say so with --output ${root}`,
});

/**
 * Whether a package that is found by its name belongs to other requirements: none of the inputs is
 * one that it was made from. Where those are gone, the inputs are the same ones, moved.
 */
export async function findOtherRequirements(
  { lock, root }: StoredPackage,
  inputs: readonly InputDocument[],
  files: Files,
): Promise<readonly Diagnostic[]> {
  const given = new Set(inputs.map(({ path }) => files.resolve(path)));
  const made = lock.requirements.map(({ path }) => files.resolve(`${root}/${path}`));
  if (made.some((path) => given.has(path))) return [];
  const found = await Promise.all(made.map((path) => files.read(path)));
  const others = made.filter((_, position) => found[position] !== undefined);
  if (others.length === 0) return [];
  const working = files.resolve(".");
  const words = {
    root,
    made: others.map((path) => relativePath(working, path)),
    given: inputs.map(({ path }) => path),
  };
  return below(root, [otherRequirements("package", words, { artifact: { path: LOCK_PATH } })]);
}
