import type { DatabaseEngine } from "../../../design/database-engine.ts";
import { databaseEngineOf } from "../../../design/database-engine.ts";
import type { Requirement } from "../../../requirements/requirement.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import { inScope } from "../demand-text.ts";

/** Words before an engine's name that say it is another system's, or not wanted. */
const ELSEWHERE =
  /\b(?:not|no|never|without|from|than|of|replac\w+|unlike|legacy|existing|old|current|their|customer'?s?|import\w*|export\w*|migrat\w+|convert\w*|replicat\w+|stream\w*|connect\w*|quer(?:y|ies)|supports?)\b[^.;:,]*$/i;

/** The relational engine that the requirements ask for. */
export function statedEngine(reading: RequirementsReading): DatabaseEngine | undefined {
  return findStatedEngine(reading)?.engine;
}

/** The same, and the statement that says it. */
export function findStatedEngine(
  reading: RequirementsReading,
): { readonly engine: DatabaseEngine; readonly requirement: Requirement } | undefined {
  for (const requirement of inScope(reading)) {
    for (const sentence of requirement.text.split(/(?<=[.;:!?])\s+|,\s+/)) {
      const engine = databaseEngineOf(sentence);
      if (engine === undefined) continue;
      const at = sentence.search(
        /\b(?:postgres|pglite|timescale|neon|supabase|alloydb|mariadb|mysql|percona|sqlite|libsql|turso)/i,
      );
      if (!ELSEWHERE.test(sentence.slice(0, at))) return { engine, requirement };
    }
  }
  return undefined;
}
