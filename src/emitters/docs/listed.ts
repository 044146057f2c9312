/** Names in one cell; a text for none of them. */
export function listed(names: readonly string[], none = "–", shown = 12, separator = ", "): string {
  if (names.length === 0) return none;
  const rest = names.length - shown;
  if (rest <= 0) return names.join(separator);
  return `${names.slice(0, shown).join(separator)} and ${rest} more`;
}
