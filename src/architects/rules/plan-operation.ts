import { toKebab, toTitle } from "../../util/naming.ts";
import type { OperationShape } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import type { Claim } from "./known-operations.ts";
import { pluralize } from "./plural.ts";

/** The operation that a verb asks for on an entity, named and described. */
export function planOperation(
  entity: EntityDraft,
  shape: OperationShape,
  verb: string,
): Claim["plan"] {
  const noun = entity.name.toLowerCase();
  const many = pluralize(noun);
  const verbs: Readonly<Record<OperationShape, string>> = {
    create: `Create ${noun}`,
    list: `List ${many}`,
    read: `Get ${noun}`,
    update: `Update ${noun}`,
    delete: `Delete ${noun}`,
    command: `${toTitle(verb)} ${noun}`,
  };
  const says: Readonly<Record<OperationShape, string>> = {
    create: `Creates ${/^(?:[aeio]|u(?!ser|ni|se|til))/.test(noun) ? "an" : "a"} ${noun}.`,
    list: `Pages through ${many}.`,
    read: `Returns one ${noun}.`,
    update: `Changes the given fields of one ${noun}.`,
    delete: `Deletes one ${noun}.`,
    command: `${toTitle(verb)}: changes one ${noun} as this action asks for.`,
  };
  return {
    id: toKebab(verbs[shape]),
    name: verbs[shape],
    description: says[shape],
    shape,
    entity: entity.id,
    acceptsValues: [],
    assumed: false,
    ...((shape === "list" || shape === "read") && entity.known?.entity.publicReads !== undefined
      ? { publicReason: entity.known.entity.publicReads }
      : {}),
    ...(shape === "command" ? { command: toKebab(verb) } : {}),
    ...(verb === "import"
      ? {
          http: { method: "post", path: `/${pluralize(toKebab(entity.name))}/import`, status: 202 },
        }
      : {}),
  };
}
