import type { ContextDesign, Entity } from "../../design/design.ts";
import { textTable } from "../../util/text-table.ts";

/** An entity as a table of its fields, with its keys, what they refer to, and its indexes. */
export function entityText({ context, entities }: ContextDesign, entity: Entity): string {
  const rows = entity.fields.map(({ id, name, type, nullable }) => {
    const relations = entity.relations.filter(({ field }) => field === id);
    const keys = [
      ...(entity.primaryKey.includes(id) ? ["PK"] : []),
      ...(relations.length > 0 ? ["FK"] : []),
      ...(entity.uniqueKeys.some(({ fields }) => fields.length === 1 && fields[0] === id)
        ? ["UK"]
        : []),
    ];
    const targets = relations.map(
      ({ to }) => `→ ${entities.find((other) => other.id === to)?.name ?? to}`,
    );
    return [name, type, keys.join(", "), nullable ? "may be empty" : "", targets.join(", ")];
  });
  const states = entity.lifecycle?.transitions.map(
    ({ from, to, trigger }) => `  ${from} ──▶ ${to}: ${trigger}`,
  );
  return [
    `${entity.name}  (${context}/${entity.id})\n`,
    textTable(["field", "type", "key", "", "refers to"], rows),
    ...(states === undefined ? [] : [`lifecycle\n${states.join("\n")}\n`]),
  ].join("");
}
