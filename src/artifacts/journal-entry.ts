import { z } from "zod";

/** One step of a journal: put a staged file in place, or remove the file. */
export interface JournalEntry {
  /** Relative to the root. */
  readonly path: string;
  /** Absent: the file is removed. */
  readonly staged?: { readonly number: number; readonly digest: string } | undefined;
}

const journal = z.strictObject({
  entries: z.array(
    z.strictObject({
      path: z.string(),
      staged: z
        .strictObject({
          number: z.int().nonnegative(),
          digest: z.string().regex(/^[0-9a-f]{64}$/),
        })
        .optional(),
    }),
  ),
});

/** The bytes of a journal. */
export function formatJournal(entries: readonly JournalEntry[]): string {
  return `${JSON.stringify({ entries }, null, 2)}\n`;
}

/** The entries of a journal, or `undefined` where the bytes are none. */
export function parseJournal(content: Uint8Array): readonly JournalEntry[] | undefined {
  try {
    return journal.parse(JSON.parse(new TextDecoder().decode(content))).entries;
  } catch {
    return undefined;
  }
}
