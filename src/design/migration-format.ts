/** Runners whose files migrations can be; golang-migrate's pairs are read by most. */
export const migrationFormats = ["golang-migrate", "dbmate", "flyway"] as const;

export type MigrationFormat = (typeof migrationFormats)[number];
