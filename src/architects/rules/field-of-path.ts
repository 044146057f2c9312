import type { Entity } from "../../design/design.ts";
import { toCamel } from "../../util/naming.ts";

/** The field that a parameter of a path stands for: the key, or a field of that name. */
export function fieldOfPath(
  name: string,
  { name: noun, fields, primaryKey }: Pick<Entity, "name" | "fields" | "primaryKey">,
): string | undefined {
  const isKey = name === `${toCamel(noun)}Id` || name === "id";
  return isKey ? primaryKey[0] : fields.find(({ name: words }) => toCamel(words) === name)?.id;
}
