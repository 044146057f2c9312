/** What the system says, and what to do about it. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: "permission denied; check who owns it",
  EPERM: "the system does not permit it; check who owns it",
  EROFS: "the file system is read-only; choose another folder with --output",
  ENOSPC: "no space is left on the device",
  EDQUOT: "the disk quota is used up",
  EEXIST: "a file is where a folder is needed; move it away",
  ENOTDIR: "a file is where a folder is needed; move it away",
  EISDIR: "a folder is where a file is needed; move it away",
  ENOENT: "it was there a moment ago; does another run write the same folder?",
  ENOTEMPTY: "the folder was filled meanwhile; does another run write it?",
  ENAMETOOLONG: "the path is too long; choose a shorter --output",
  ELOOP: "symbolic links lead round in a circle",
  EMFILE: "too many files are open",
  ERR_FS_FILE_TOO_LARGE: "the file is larger than 2 GiB",
};

/** An error as a sentence: what the system refused, or a bug of groundplan with its stack. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `internal error: ${String(error)}`;
  const code = "code" in error ? String(error.code) : "";
  const remedy = REMEDIES[code];
  const isOfSystem = remedy !== undefined || (code !== "" && "syscall" in error);
  if (!isOfSystem) return `internal error, please report it: ${error.stack ?? error.message}`;
  const action = "syscall" in error ? `cannot ${verb(String(error.syscall))}` : "cannot read";
  const path = "path" in error ? ` ${String(error.path)}` : "";
  return `${action}${path}: ${remedy ?? error.message} (${code})`;
}

function verb(syscall: string): string {
  const verbs: Readonly<Record<string, string>> = {
    scandir: "list",
    mkdir: "make the folder",
    rmdir: "remove the folder",
    unlink: "remove",
    rm: "remove",
    lstat: "look at",
    stat: "look at",
  };
  return verbs[syscall] ?? syscall;
}
