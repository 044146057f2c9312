/** Where everything from outside comes in: only an implementation of this touches the machine. */
export interface Host {
  readonly files: Files;
  /** Text that ships with groundplan: `agents/…`, `templates/…`, `pages/<page of a code>.md`. */
  readonly assets: Assets;
  readonly clock: Clock;
  /** Environment variables that are set and not empty. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** What ships with packages that groundplan depends on; a host without them leaves it out. */
  readonly libraries?: Libraries;
  /** Version control around the working folder; a host without it leaves it out. */
  readonly revisions?: Revisions;
  /** Engines that are part of the machine; a host without them leaves it out. */
  readonly databases?: Databases;
  /** Browsers that can draw; a host without them leaves it out. */
  readonly browsers?: Browsers;
}

/** Paths are absolute or relative to the working folder, with `/`. Errors of the system throw. */
export interface Files {
  /** The bytes of a file, or `undefined` where there is none (or it is a folder). */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Writes a whole file and makes its folders. Not atomic: see `artifacts/journal.ts`. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Replaces a file `to`, or makes it, in one step; makes its folders first. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or an empty folder; nothing there is fine. */
  remove(path: string): Promise<void>;
  /** Names in a folder, sorted by code unit; `undefined` where there is no such folder. */
  list(path: string): Promise<readonly FileEntry[] | undefined>;
  /** The absolute form of a path. */
  resolve(path: string): string;
}

export interface FileEntry {
  readonly name: string;
  /** A symbolic link is `other`: it is not followed, so that no write leaves its folder. */
  readonly kind: "file" | "folder" | "other";
}

export interface Assets {
  read(path: string): Promise<string | undefined>;
  /** Paths below a folder of the assets, recursively, sorted. */
  list(folder: string): Promise<readonly string[]>;
}

export interface Libraries {
  /** The text of a file of an installed package: `mermaid/dist/mermaid.min.js`. */
  read(path: string): Promise<string | undefined>;
}

export interface Clock {
  /** Milliseconds since some fixed point; for durations in the log only. */
  now(): number;
  /** The day, as ISO 8601 in UTC; only for what a contract dates. */
  today(): string;
}

/** The history of files. */
export interface Revisions {
  /**
   * The files as they were at a revision, to be read only, under the paths that they have now; else
   * the reason why there are none. Nothing of the working folder is touched.
   */
  at(revision: string): Promise<Files | { readonly reason: string }>;
}

export interface Log {
  /** A line of progress for a person; goes to stderr. */
  progress(text: string): void;
  /** A detail that `--verbose` shows. */
  detail(text: string): void;
}

/** Database engines besides those that come as a library. */
export interface Databases {
  /** An empty SQLite in this process. */
  sqlite(): Promise<DatabaseConnection>;
  /**
   * A database of its own on the server that `DATABASE_URL` names (`mysql://…`), or on a private
   * MariaDB that is started for it; else the reason why there is none.
   */
  mysql(): Promise<DatabaseConnection | { readonly reason: string }>;
}

export interface DatabaseConnection {
  /** What the engine calls its version. */
  readonly version: string;
  /** Rows of a statement; what the engine refuses throws. */
  run(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

/** Browsers of this machine: where their programs are. Nothing is started here. */
export interface Browsers {
  /**
   * The program that `GROUNDPLAN_CHROME` or `PUPPETEER_EXECUTABLE_PATH` names, else the first browser
   * of the Chromium family on the path or where the system puts its applications.
   */
  installed(): Promise<string | undefined>;
  /** The Chromium of the package `@sparticuz/chromium`, unpacked, where that is installed. */
  packaged(): Promise<string | undefined>;
}
