/** A field in one line, `email: string, personal`: what others need in order to refer to it. */
export function fieldLine(field: object): string {
  const { id, type, classification } = field as Readonly<Record<string, unknown>>;
  const isUsual = classification === "internal" || classification === undefined;
  return `${String(id)}: ${String(type)}${isUsual ? "" : `, ${String(classification)}`}`;
}
