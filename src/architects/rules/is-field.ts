/** Words that lists of attributes hold by accident. */
const NOT_A_FIELD = new Set(
  "so that it id and or to of in for with by on at as is are be has have the a an this which who way one two order lines fields access detail details information data thing other others many need needs application following operation operations engineers developers people".split(
    " ",
  ),
);

/** Whether a word that a text lists as an attribute can be one. */
export function isField(name: string): boolean {
  const words = name.toLowerCase().split(/\s+/);
  // "started at", "valid until": the preposition ends a name of its own.
  if (words.length === 2 && /(?:ed|en|s|nt|id)$/.test(words[0] ?? "") && words[1] === "at")
    return true;
  if (/^(?:more |at (?:most|least)|up to|more than|less than|no more)\b/.test(name.toLowerCase()))
    return false;
  return words.length <= 4 && name.length > 1 && !NOT_A_FIELD.has(words.at(-1) ?? "");
}
