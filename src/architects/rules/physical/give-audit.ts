import type { Entity, Field } from "../../../design/design.ts";
import { fieldNamed } from "../field-named.ts";
import type { PhysicalScene } from "./physical-scene.ts";
import { citing, concerning, operationsOn, stating } from "./physical-scene.ts";
import type { Shaped } from "./shape-entities.ts";

const HISTORY =
  /\baudit trails?\b|\b(?:full |complete )?histor(?:y|ies) of (?:all |every |its |the |their )?(?:\w+ )?(?:changes?|edits?|versions?|revisions?)\b|\b(?:change|version|revision|edit) histor(?:y|ies)\b|\b(?:earlier|previous|old|past|former) versions?\b|\bevery change\b.*\b(?:recorded|kept|logged|traceable|stored|tracked)\b|\b(?:record|keep|log|track)s? every change\b/i;
const WHO =
  /\bwho (?:has )?(?:created|changed|made|edited|updated|modified|last (?:changed|edited|modified))\b|\b(?:created|changed|modified|updated|edited) by whom\b|\blast (?:changed|modified|edited|updated) by\b|\bby whom\b/i;
const CONCURRENT =
  /\bif-match\b|\betags?\b|\boptimistic (?:locking|concurrency)\b|\blost updates?\b|\boverwrit\w+ (?:each other|one another|somebody|someone)\b|\bedit\w* (?:\w+ ){0,5}at the same time\b/i;
/** Entities that are a record of what happened themselves. */
const RECORD = /\b(?:audit|histor\w*|log|logs|version|revision|event)\b/i;

/** Who changed a row, its earlier versions and its version, each where the text asks for it. */
export function giveAudit(entities: readonly Entity[], scene: PhysicalScene): Shaped {
  const histories = stating(scene, HISTORY);
  const whos = stating(scene, WHO);
  const concurrent = stating(scene, CONCURRENT);
  return {
    entities: entities.map((entity) => {
      if (!scene.relational.has(entity.store) || RECORD.test(entity.name)) return entity;
      const isChanged = operationsOn(entity, scene).some(({ shape }) =>
        ["update", "delete", "command"].includes(shape),
      );
      if (!isChanged) return entity;
      const about = (statements: typeof histories) =>
        concerning(statements, entity, entities, scene);
      return [
        { own: about(whos), give: withAuthors },
        { own: about(concurrent), give: withVersion },
        { own: about(histories), give: withHistory },
      ]
        .filter(({ own }) => own.length > 0)
        .reduce(
          (given, { own, give }) => ({ ...give(given), requirements: citing(given, own, scene) }),
          entity,
        );
    }),
    assumptions: [],
  };
}

function withHistory(entity: Entity): Entity {
  return { ...entity, keepsHistory: true };
}

function withVersion(entity: Entity): Entity {
  const version = fieldNamed(
    "version",
    { basis: "stated" },
    {
      type: "integer",
      readOnly: true,
      default: 1,
      minimum: 1,
      samples: [1, 2, 7],
      description: "Raised by every change; a change that names an older one is refused.",
    },
  );
  return { ...added(entity, [version]), versionField: version.id };
}

function withAuthors(entity: Entity): Entity {
  const author = (name: string, description: string) =>
    fieldNamed(
      name,
      { basis: "stated" },
      {
        type: "string",
        maxLength: 200,
        readOnly: true,
        nullable: true,
        classification: "personal",
        samples: [],
        description,
      },
    );
  return added(entity, [
    author("created by", "Who made the row: the subject of the token."),
    author("updated by", "Who changed the row last."),
  ]);
}

function added(entity: Entity, fields: readonly Field[]): Entity {
  const known = new Set(entity.fields.map(({ id }) => id));
  return { ...entity, fields: [...entity.fields, ...fields.filter(({ id }) => !known.has(id))] };
}
