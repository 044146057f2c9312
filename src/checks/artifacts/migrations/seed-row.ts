export type SeedValue = string | number | boolean;

/** A row of a table by id of the column; every column has a value. */
export type SeedRow = Readonly<Record<string, SeedValue>>;
