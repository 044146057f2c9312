import { graphHeader } from "./diagram-header.ts";
import type { DiagramWriter } from "./diagram-writer.ts";
import { createDiagramWriter } from "./diagram-writer.ts";
import type { Diagram } from "./diagram.ts";
import { safeId } from "./safe-id.ts";
import { safeLabel } from "./safe-label.ts";
import type { ContextDesign, Design, Entity, Relation } from "../../design/design.ts";
import { attributeRows } from "./attribute-rows.ts";
import { clusterEntities } from "./cluster-entities.ts";

const MOST_TABLES = 15;

/** A space as a label: without any, the signs at both ends of a short line are drawn over each other. */
const ROOM = "#160;";

/** What one picture shows of a context. */
interface Part {
  readonly name: string;
  readonly title: string;
  readonly full: readonly Entity[];
  /** Drawn with their keys only. */
  readonly keysOnly: readonly Entity[];
}

/**
 * The entities of a context with their relations. A context with many has a map of keys, and one
 * picture per cluster in which the neighbours outside show their keys only.
 */
export function entityDiagrams(context: ContextDesign, design: Design): readonly Diagram[] {
  const { entities, context: id } = context;
  if (entities.length === 0) return [];
  const name = design.system.contexts.find((candidate) => candidate.id === id)?.name ?? id;
  const title = `${name} - entities`;
  if (entities.length <= MOST_TABLES) {
    return [render(context, { name: `erd-${id}`, title, full: entities, keysOnly: [] })];
  }
  const clusters = clusterEntities(entities, MOST_TABLES);
  return [
    render(context, {
      name: `erd-${id}`,
      title: `${title}, keys only`,
      full: [],
      keysOnly: entities,
    }),
    ...clusters.map((full, index) =>
      render(context, {
        name: `erd-${id}-part-${index + 1}`,
        title: `${title}, part ${index + 1} of ${clusters.length}`,
        full,
        keysOnly: neighboursOf(full, entities).slice(0, Math.max(0, MOST_TABLES - full.length)),
      }),
    ),
  ];
}

function neighboursOf(full: readonly Entity[], entities: readonly Entity[]): readonly Entity[] {
  const inside = new Set(full.map(({ id }) => id));
  const wanted = new Set(full.flatMap(({ relations }) => relations.map(({ to }) => to)));
  return entities.filter(({ id }) => wanted.has(id) && !inside.has(id));
}

function render(context: ContextDesign, { name, title, full, keysOnly }: Part): Diagram {
  const subject = `system/context/${context.context}`;
  const writer = createDiagramWriter({ name, title, subject }, graphHeader(title, "blue"));
  writer.line("erDiagram");
  const shown = context.entities.filter(
    (entity) => full.includes(entity) || keysOnly.includes(entity),
  );
  for (const entity of shown) writeEntity(writer, context, entity, keysOnly.includes(entity));
  const ids = new Set(shown.map(({ id }) => id));
  const relating = full.length === 0 ? shown : full;
  for (const entity of relating) {
    for (const relation of entity.relations) {
      if (ids.has(relation.to)) writeRelation(writer, context.context, entity, relation);
    }
  }
  return writer.diagram();
}

function writeEntity(
  writer: DiagramWriter,
  context: ContextDesign,
  entity: Entity,
  keysOnly: boolean,
): void {
  const subject = `${context.context}/entity/${entity.id}`;
  writer.line(`  ${safeId("e", entity.id)}["${safeLabel(entity.name, "bare", 60)}"] {`, subject);
  for (const { text, field } of attributeRows(entity, keysOnly)) {
    writer.line(`    ${text}`, field === undefined ? subject : `${subject}/field/${field}`);
  }
  writer.line("  }", subject);
}

function writeRelation(
  writer: DiagramWriter,
  context: string,
  entity: Entity,
  relation: Relation,
): void {
  const field = entity.fields.find(({ id }) => id === relation.field);
  const one = field?.nullable === true ? "|o" : "||";
  const many = relation.cardinality === "one-to-one" ? "o|" : "o{";
  writer.line(
    `  ${safeId("e", relation.to)} ${one}--${many} ${safeId("e", entity.id)} : "${relationLabel(entity, relation)}"`,
    `${context}/entity/${entity.id}/relation/${relation.id}`,
  );
}

/** Only where the keys do not tell: two relations to the same entity, or one to itself. */
function relationLabel(entity: Entity, relation: Relation): string {
  const same = entity.relations.filter(({ to }) => to === relation.to);
  if (same.length < 2 && relation.to !== entity.id) return ROOM;
  return safeLabel(relation.name, "bare", 40);
}
