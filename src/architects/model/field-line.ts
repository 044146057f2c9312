/** A field in one line, `email: string, personal`: what others need in order to refer to it. */
export function fieldLine(field: object): string {
  const { id = "", type = "", classification = "internal" }: FieldWords = field;
  return `${id}: ${type}${classification === "internal" ? "" : `, ${classification}`}`;
}

/** Of a field in an answer. */
interface FieldWords {
  readonly id?: string;
  readonly type?: string;
  readonly classification?: string;
}
