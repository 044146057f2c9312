import { wordsOf } from "../util/naming.ts";

const NOISE =
  /^(?:(?:an?|the|its|their|his|her|each|optional|required|mandatory|unique|valid|full|(?:list|set) of|one or more|own|any|all|such as|current|some)\s+)+/i;

/** The words of a field name, lower case: "tagList" → "tag list"; `undefined` where a phrase cannot be one. */
export function attributeName(text: string): string | undefined {
  if (
    /^(?:(?:about|around|some|over) \d|up to|at most|at least|more than|less than|\w+ (?:after|before|until) )/i.test(
      text,
    )
  )
    return undefined;
  const plain = text
    .replace(NOISE, "")
    // "a tag of 3 letters", "a rating per season"
    .replace(
      /\s+(?:of\s+(?:\d|at\b|up\b|two\b|three\b|four\b|five\b)|(?<!\b(?:price|fee|cost|rate|charge)\s+)per\s+).*$/i,
      "",
    )
    .replace(/\s+(?:as|if|when|which|that|of the|for|in|on|from|to|with|is|are|who)\b.*$/i, "")
    .replace(/['’]s\b/g, "");
  if (/[.!?<>{}=]|\d{3,}/.test(plain)) return undefined;
  const words = wordsOf(plain);
  if (words.length === 0 || words.length > 4 || !/^[a-z]/.test(words[0] ?? "")) return undefined;
  if (
    words.some((word) =>
      /^(?:shall|must|should|can|will|be|not|it|they|etc|by|have|has|do|able)$/.test(word),
    )
  )
    return undefined;
  return words.join(" ");
}
