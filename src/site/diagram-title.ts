/** The title in the front matter of a diagram, a string of JSON; nothing where there is none. */
export function diagramTitle(source: string): string | undefined {
  const literal = /^title: (".*")$/m.exec(source)?.[1];
  if (literal === undefined) return undefined;
  try {
    return String(JSON.parse(literal));
  } catch {
    return undefined;
  }
}
