import type { Cell } from "./block.ts";
import { attributeHint } from "./attribute-hint.ts";
import { attributeName } from "./attribute-name.ts";
import type { AttributeMention } from "./entity-mention.ts";
import type { EntityFact } from "./entity-fact.ts";
import { entityName } from "./entity-name.ts";
import { splitEnumeration } from "./split-enumeration.ts";
import { thingName } from "./thing-name.ts";
import type { Statement } from "./statement.ts";

const FIELD = /^(?:field|attribute|column|property|parameter)s?(?: name)?$/i;
const ENTITY = /^(?:entity|entities|table|object|resource|model|class|concept)s?(?: name)?$/i;
const TYPE = /^(?:(?:data ?)?type|format|domain|(?:allowed )?values?)$/i;
const FIELDS = /^(?:(?:key |main )?(?:fields|attributes|columns|properties))$/i;

/** What a row of a data dictionary or of a table of entities says. */
export function readRowAttributes(
  statement: Statement,
  requirementId: string,
  subject: string | undefined,
): readonly EntityFact[] {
  const { cells } = statement;
  const entityCell = cells.find((cell) => ENTITY.test(cell.column));
  const entity =
    entityCell === undefined
      ? subject
      : (entityName(entityCell.text) ?? thingName(entityCell.text));
  if (entity === undefined) return [];
  const facts: EntityFact[] =
    entityCell === undefined ? [] : [{ kind: "named", entity, requirementId }];
  const list = cells.find(
    (cell) => FIELDS.test(cell.column) && cell !== entityCell && /[,;]/.test(cell.text),
  );
  const described =
    entityCell === undefined
      ? undefined
      : cells.find((cell) => /^(?:description|contents?|holds|what it holds)$/i.test(cell.column));
  if (list === undefined && described !== undefined) {
    for (const item of fieldsIn(described.text))
      facts.push(...field(entity, requirementId, item, undefined, ""));
    return facts;
  }
  if (list !== undefined) {
    for (const item of splitEnumeration(list.text))
      facts.push(...field(entity, requirementId, item, undefined, ""));
    return facts;
  }
  const named =
    cells.find((cell) => FIELD.test(cell.column)) ??
    (statement.role.dataModel && cells.some((cell) => TYPE.test(cell.column))
      ? cells.find((cell) => /^name$/i.test(cell.column))
      : undefined);
  if (named === undefined) return facts;
  const dotted = /^(\w+)\.(\w+)$/.exec(named.text);
  const owner = dotted === null ? entity : (entityName(dotted[1] ?? "") ?? entity);
  const notes = cells.map((cell) => cell.text).join(" ");
  const found = field(
    owner,
    requirementId,
    dotted?.[2] ?? named.text,
    cells.find((cell) => TYPE.test(cell.column)),
    notes,
  );
  const optional = isOptional(cells);
  facts.push(
    ...found.map((fact) =>
      fact.kind === "attribute" && optional
        ? { ...fact, attribute: { ...fact.attribute, optional } }
        : fact,
    ),
  );
  return facts;
}

/** A description that is a list of names: "policy number, start date, deductible; one claim …". */
function fieldsIn(text: string): readonly string[] {
  const [list = ""] = text.split(/;\s|\.\s/);
  const items = splitEnumeration(list);
  const isNames = items.every(
    (item) =>
      item.split(" ").length <= 4 && !/\b(?:is|are|that|which|who|by|can|has)\b/i.test(item),
  );
  return items.length >= 3 && isNames ? items : [];
}

function isOptional(cells: readonly Cell[]): boolean {
  return cells.some(({ column, text }) =>
    /^(?:required|mandatory)\??$/i.test(column)
      ? /^(?:no|n|false|optional)$/i.test(text)
      : /^(?:nullable|optional)\??$/i.test(column) && /^(?:yes|y|true|x|✓)$/i.test(text),
  );
}

/** What a type column says: `string(12)`, `decimal(9,6)`, `uuid`. */
function statedType(text: string): Pick<AttributeMention, "typeHint" | "maxLength" | "typed"> {
  const match =
    /^\W*(uuid|guid|timestamp\w*|date-?time|date|time|decimal|numeric|float|double|(?:big|small)?int(?:eger)?|long|bool(?:ean)?|varchar|char|string|text|json)\b\s*(?:\(\s*(\d{1,5}))?/i.exec(
      text,
    );
  const name = match?.[1]?.toLowerCase() ?? "";
  const length = Number(match?.[2] ?? 0);
  const typed = true;
  if (/^(?:uuid|guid)$/.test(name)) return { typeHint: "uuid", typed };
  if (/^(?:timestamp|date-?time|time)/.test(name)) return { typeHint: "timestamp", typed };
  if (name === "date") return { typeHint: "date", typed };
  if (/^(?:decimal|numeric|float|double)$/.test(name)) return { typeHint: "decimal", typed };
  if (/int|long/.test(name)) return { typeHint: "number", typed };
  if (name.startsWith("bool")) return { typeHint: "boolean", typed };
  if (name === "text") return { typeHint: "text", typed };
  if (/^(?:varchar|char|string)$/.test(name))
    return { typeHint: "string", typed, ...(length > 0 ? { maxLength: length } : {}) };
  return {};
}

function field(
  entity: string,
  requirementId: string,
  text: string,
  type: Cell | undefined,
  notes: string,
): readonly EntityFact[] {
  const name = attributeName(text);
  if (name === undefined) return [];
  const choices =
    type?.text.includes("|") === true
      ? type.text.split("|").map((choice) => choice.trim())
      : enumOf(notes);
  const values = choices.filter((choice) => choice !== "" && choice.length <= 40);
  const hint = values.length > 1 ? "enum" : attributeHint(name, type?.text);
  return [
    {
      kind: "attribute",
      entity,
      requirementId,
      attribute: {
        name,
        ...(hint === undefined ? {} : { typeHint: hint }),
        ...(values.length > 1 ? {} : statedType(type?.text ?? "")),
        ...(values.length > 1 ? { enumValues: values } : {}),
        ...(/\bunique\b/i.test(notes) ? { unique: true } : {}),
      },
    },
  ];
}

function enumOf(notes: string): readonly string[] {
  const list = /\b(?:enum|one of|values?)\b\s*[:(]?\s*([^).]{3,200})/i.exec(notes)?.[1];
  return list === undefined || !/[,|/]/.test(list) ? [] : splitEnumeration(list);
}
