import { readStoryFrame } from "./read-story-frame.ts";
import type { Statement } from "./statement.ts";
import { storyText } from "./story-text.ts";

const LONGEST = 72;

/** A short title: the document's own, the heading of an endpoint, the wish of a story, the first words. */
export function nameRequirement(statement: Statement): string {
  const heading = statement.headings.at(-1);
  if (statement.form === "endpoint" && heading !== undefined) return shorten(heading);
  const own = statement.title ?? statement.lead;
  if (own !== undefined && own.length > 2 && /\p{L}/u.test(own)) return shorten(own);
  const means = readStoryFrame(storyText(statement))?.means;
  if (means === undefined) return shorten(statement.text);
  const wish = means.replace(
    /^(?:I|we)?\s*(?:['’]m|would|want|need|wish|can|should|must|am|like)*\s*(?:like\s+|want\s+|need\s+)*(?:to\s+)?(?:be able\s+)?(?:able\s+)?(?:to\s+)?/i,
    "",
  );
  return shorten(wish === "" ? means : wish);
}

function shorten(text: string): string {
  const plain = text
    .replace(/\s+/g, " ")
    .replace(/[\s.;:,]+$/, "")
    .trim();
  const short =
    plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1).replace(/\s+\S*$/, "")}…`;
  return short.charAt(0).toUpperCase() + short.slice(1);
}
