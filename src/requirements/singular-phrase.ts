import pluralize from "pluralize";

const LEADING =
  /^(?:(?:the|an?|all|any|each|every|both|several|multiple|many|various|some|such|other|another|this|that|these|those|my|your|his|her|its|their|our|own|same|specific|certain|particular|given|different|relevant|respective|corresponding|new|existing|current|previous|following|available|one|two|three|single)\s+)+/;
/** Words whose last "s" is no plural. */
const SINGULAR =
  /(?:ss|us|is|ics|[^i]ews|pecies|data|media)$|^(?:news|series|gps|sms|aws|dns|https|canvas|atlas)$/;

/** A noun phrase in lower case, without determiners, its last word singular: "All the Order Lines" → "order line". */
export function singularPhrase(phrase: string): string {
  const plain = phrase
    .toLowerCase()
    .replace(/\(s\)$/, "")
    .replace(/[^\p{L}\p{N}' ’/&.+#-]+/gu, " ")
    .replace(/['’]s\b|['’](?=\s|$)/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(LEADING, "")
    .replace(/[.]+$/, "");
  const at = plain.lastIndexOf(" ") + 1;
  const last = plain.slice(at);
  return (
    plain.slice(0, at) +
    (SINGULAR.test(last) || (last.length < 4 && last !== "ids") ? last : pluralize.singular(last))
  );
}
