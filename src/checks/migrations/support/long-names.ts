import { identifierTooLong } from "../findings/identifier-too-long.ts";
import type { SectionFinding } from "./lint-section.ts";
import type { SqlToken } from "./scan-sql.ts";

/** `NAMEDATALEN - 1`: PostgreSQL manual, 4.1.1. */
const MAXIMUM = 63;

/** Names that PostgreSQL cuts off, each where it stands first. */
export function longNames(tokens: readonly SqlToken[]): readonly SectionFinding[] {
  const seen = new Set<string>();
  return tokens.flatMap(({ kind, text: name, line, column }) => {
    // No letter takes more than three bytes for each unit of length.
    if (kind !== "identifier" || name.length * 3 <= MAXIMUM || seen.has(name)) return [];
    const bytes = new TextEncoder().encode(name).length;
    if (bytes <= MAXIMUM) return [];
    seen.add(name);
    const report: SectionFinding["report"] = (subject, details) =>
      identifierTooLong(subject, { name, bytes }, details);
    return [{ code: identifierTooLong.code, place: { line, column }, report }];
  });
}
