/** A sentence and the line it begins on, counted from 0. */
export interface Sentence {
  readonly text: string;
  readonly line: number;
}

const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp|no|fig|Mr|Mrs|Ms|Dr|St)\.|\b[A-Z]\.)$/i;
/** A line that begins a statement of its own, although no blank line stands before it. */
const OWN_LINE =
  /^\s*(?:As\s+(?:an?|the)\s|(?:GET|POST|PUT|PATCH|DELETE)\s+\/|\d{1,3}[.)]\s|[•·–—*-]\s|To\s|\(?[A-Z]{1,5}[A-Za-z]{0,6}[-_ ]?\d{1,4}\)?[:.]\s|(?:Given|When|Then|Scenario|Feature|And|But)\b)/;
/** Words that an unfinished line ends with. */
const OPEN_END =
  /(?:[,(/&–—-]|\b(?:the|an?|and|or|of|to|in|for|with|by|that|which|from|on|at|as|is|are|be|shall|must|should|will|can|may))$/i;

/**
 * The sentences of a paragraph. Lines are joined unless a line is a statement of its own;
 * in `lineBased` text a line that does not look broken off is one.
 */
export function splitSentences(text: string, lineBased = false): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let pending = "";
  let begun = 0;
  const flush = () => {
    for (const sentence of cut(pending)) sentences.push({ text: sentence, line: begun });
    pending = "";
  };
  for (const [number, raw] of text.split("\n").entries()) {
    const line = raw.replace(/\s+/g, " ").trim();
    if (line === "") continue;
    const starts =
      OWN_LINE.test(line) ||
      (lineBased && /^[\p{Lu}\d"“(`]/u.test(line) && !OPEN_END.test(pending));
    if (pending !== "" && (starts || /[.!?:;]["”)]?$/.test(pending))) flush();
    if (pending === "") begun = number;
    pending = pending === "" ? line : `${pending} ${line}`;
  }
  flush();
  return sentences;
}

function cut(text: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?]["”’)]?\s+(?=["“‘(`]?[\p{Lu}\d])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    const candidate = text.slice(from, end);
    if (ABBREVIATION.test(candidate.slice(-12)) || /^\s*\d{1,3}\.$/.test(candidate)) continue;
    sentences.push(candidate.trim());
    from = match.index + match[0].length;
  }
  sentences.push(text.slice(from).trim());
  return sentences.filter((sentence) => sentence !== "");
}
