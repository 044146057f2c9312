import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../../diagnostics/diagnostic.ts";
import type { Files, Host } from "../../host/host.ts";
import { packageRoot } from "../package-root.ts";

/** What an argument of `diff` names. */
export interface Target {
  readonly files: Files;
  /** None where only a revision was named. */
  readonly path?: string;
  readonly revision?: string;
  /** As reports call it. */
  readonly label: string;
}

export const noSuchSide = declareDiagnostic<{ readonly text: string; readonly reason: string }>({
  code: "compare/no-such-side",
  severity: "error",
  message: ({ text, reason }) => `${text} names nothing that can be compared: ${reason}`,
  fix: "name a package, an OpenAPI document, or a revision with a path, such as main:output/shop",
});

/** Longer than any name of a revision or a path. */
const MAXIMUM_LENGTH = 4096;

/**
 * Finds what a text names: a file or folder that is there, else `revision:path` (the path starts
 * from the working folder), else a revision.
 */
export async function findTarget(
  text: string,
  host: Host,
  isRevision = false,
): Promise<Outcome<Target>> {
  const fail = (reason: string): Outcome<Target> => ({
    diagnostics: [noSuchSide("package", { text: text.slice(0, 200), reason })],
  });
  if (text === "" || text.length > MAXIMUM_LENGTH || /\p{Cc}/u.test(text)) {
    return fail("it is neither a path nor a revision");
  }
  const { files } = host;
  const isPath = (await files.read(text)) !== undefined || (await files.list(text)) !== undefined;
  if (isPath && !isRevision) {
    const path = packageRoot(files, text);
    return { value: { files, path, label: path }, diagnostics: [] };
  }
  const [, revision = text, path] = /^([^:]+):(.*)$/.exec(text) ?? [];
  if (host.revisions === undefined) return fail("there is no such file or folder");
  const found = await host.revisions.at(revision);
  if ("reason" in found) return fail(`there is no such file or folder, and ${found.reason}`);
  const inside = path === undefined ? {} : { path: packageRoot(files, path) };
  return { value: { files: found, revision, label: text, ...inside }, diagnostics: [] };
}
