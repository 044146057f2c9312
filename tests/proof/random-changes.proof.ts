import { expect, test } from "vitest";
import { openDatabase } from "../../src/engines/open-database.ts";
import { proveRandomChanges } from "../sql/prove-random-changes.ts";
import { testHost } from "../sql/sql-fixtures.ts";

const BATCHES = 4;

// An engine for each batch: what a long run leaves in its memory is no finding.
test.each(Array.from({ length: BATCHES }, (_, index) => index + 1))(
  "50 random changes of designs are proven, with rows (seed %d)",
  async (seed) => {
    const database = await openDatabase(testHost());
    try {
      expect(await proveRandomChanges(database, { runs: 50, seed })).toEqual([]);
    } finally {
      await database.close();
    }
  },
);
