/** What the headings above a statement say about it. */
export interface SectionRole {
  readonly glossary: boolean;
  readonly outOfScope: boolean;
  /** Headings of quality requirements ("Performance", "Non-functional requirements"). */
  readonly quality: boolean;
  readonly constraint: boolean;
  /** Headings of a list of entities or of fields ("Key entities", "Data dictionary"). */
  readonly dataModel: boolean;
  /** Table of contents, references, revision history: no statements. */
  readonly skipped: boolean;
  readonly priority?: "must" | "should" | "could";
}

const GLOSSARY =
  /\b(glossary|definitions?( of terms)?|terminology|acronyms|abbreviations|ubiquitous language|domain terms|key terms)\b/i;
const OUT_OF_SCOPE =
  /\b(out[- ]of[- ]scope|not part of|left out|leaves? out|non[- ]?goals?|not in scope|not included|exclusions?|excluded|won['’]?t( have)?|will not (have|do|build)|future (work|scope|enhancements|considerations)|not planned|later (phases?|versions?)|anti[- ]goals?)\b/i;
const QUALITY =
  /\b(non[- ]?functional|nfrs?|quality|qualities|performance|scalability|availability|reliability|security|usability|maintainability|observability|slos?|slas?|service levels?|capacity|load|resilience|disaster recovery|throughput|latency|targets?|compatibility|accessibility|portability)\b/i;
const CONSTRAINT =
  /\b(constraints?|tech(nology|nical)? (stack|choices|constraints?|requirements)|technolog(y|ies)|compliance|regulat(ory|ions?)|legal|assumptions and dependencies|dependencies|depencencies)\b/i;
const DATA_MODEL =
  /\b(key entities|entities|data (model|dictionary|requirements|entities)|domain model|fields|schema|database design|objects?|resources)\b/i;
const SKIPPED =
  /^\W*(\d+(\.\d+)*\.?\s+)?(table of contents|contents|references|bibliography|revision history|change ?log|document history|version history|document control|license|contributors)\W*$/i;

/** Reads the roles from headings, outermost first; an inner heading wins on scope and priority. */
export function sectionRole(headings: readonly string[]): SectionRole {
  const own = headings.at(-1) ?? "";
  const priority = priorityOf(headings);
  return {
    glossary: GLOSSARY.test(own) && own.split(/\s+/).length <= 6,
    outOfScope: headings.some(
      (heading) => OUT_OF_SCOPE.test(heading) && heading.split(/\s+/).length <= 8,
    ),
    quality: headings.some((heading) => QUALITY.test(heading)),
    constraint: headings.some((heading) => CONSTRAINT.test(heading)),
    dataModel: headings.some((heading) => DATA_MODEL.test(heading)),
    skipped: headings.some((heading) => SKIPPED.test(heading)),
    ...(priority === undefined ? {} : { priority }),
  };
}

function priorityOf(headings: readonly string[]): SectionRole["priority"] {
  for (const heading of headings.toReversed()) {
    if (/\b(must[- ]?haves?|mvp|P0|critical|essential|mandatory)\b/i.test(heading)) return "must";
    if (/\b(should[- ]?haves?|P1|important)\b/i.test(heading)) return "should";
    if (/\b(could[- ]?haves?|nice[- ]to[- ]haves?|optional|P2|P3|stretch)\b/i.test(heading))
      return "could";
    if (/^must\b/i.test(heading)) return "must";
    if (/^should\b/i.test(heading)) return "should";
    if (/^could\b/i.test(heading)) return "could";
  }
  return undefined;
}
