const INGESTED =
  /\b(?:ingest|receive|collect|accept|take|record|report|send|write|store)(?:s|ed)?\b[^.;]{0,60}?\b([\d.,]+(?:\s?(?:k|m|thousand|million))?)\s+([a-z][a-z ]{2,30}?)\s+(?:per|a|each|every)\s+second\b/i;

/** What machines send without pause: "ingests 5,000 readings per second". */
export function ingestedIn(text: string): string | undefined {
  return INGESTED.exec(text.slice(0, 1000))?.[2]?.toLowerCase();
}
