import type { Entity } from "../../design/design.ts";
import { toKebab } from "../../util/naming.ts";

/** The field that a plan means by an id or by a name. */
export function fieldIn(entity: Pick<Entity, "fields">, id: string): string | undefined {
  return (
    entity.fields.find((field) => field.id === id) ??
    entity.fields.find(({ name }) => toKebab(name) === id)
  )?.id;
}
