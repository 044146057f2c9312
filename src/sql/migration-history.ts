/** The committed migration files of a package: context → file name → text. */
export type MigrationHistory = ReadonlyMap<string, ReadonlyMap<string, string>>;
