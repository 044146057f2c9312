/** The folder in a package that belongs to the journal. */
export const JOURNAL_FOLDER = ".groundplan";

/**
 * Whether a text is the path of a file inside a package, the same on every system: relative, with
 * `/`, without empty, `.` and `..` segments. A backslash, a colon or a control character means
 * something else elsewhere.
 */
export function isPackagePath(path: string): boolean {
  const segments = path.split("/");
  const plain = segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
  return plain && !/[\\:\p{Cc}]/u.test(path) && segments[0]?.toLowerCase() !== JOURNAL_FOLDER;
}
