/** The items of "a name, a price (in cents) and a stock"; at most 40, none longer than 60 characters. */
export function splitEnumeration(text: string): readonly string[] {
  const flat = text.slice(0, 2000).replace(/\([^)]*\)/g, " ");
  const parts = flat.split(/\s*[,;|]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s*\/\s*/);
  return parts
    .map((part) => part.replace(/^[\s"'“`*]+|[\s"'”`*.:]+$/g, "").replace(/\s+/g, " "))
    .filter(
      (part) =>
        part !== "" &&
        part.length <= 60 &&
        !/^(?:etc|and|or|so on|more|others?|for example|for instance|e\.g)\.?$/i.test(part),
    )
    .slice(0, 40);
}
