import type { ObjectType } from "libpg-query";
import type { MigrationStep } from "../../migration-rule.ts";
import { stringsOf } from "./nodes.ts";

/** The names of what a DROP of this kind is about. */
export function droppedObjects(
  { statement: { node }, known }: MigrationStep,
  kind: ObjectType,
): readonly string[] {
  if (!("DropStmt" in node) || node.DropStmt.removeType !== kind) return [];
  return (node.DropStmt.objects ?? []).map((object) => {
    const parts =
      "List" in object
        ? stringsOf(object.List.items)
        : "TypeName" in object
          ? stringsOf(object.TypeName.names)
          : "ObjectWithArgs" in object
            ? stringsOf(object.ObjectWithArgs.objname)
            : stringsOf([object]);
    const [relname = "", schemaname] = parts.toReversed();
    return known.nameOf(schemaname === undefined ? { relname } : { schemaname, relname });
  });
}
