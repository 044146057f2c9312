import type { AttributeHint } from "./entity-mention.ts";

/** The kind of value an attribute seems to hold, from its name and from what the document says of its type. */
export function attributeHint(name: string, stated = ""): AttributeHint | undefined {
  if (/\b(?:enum|one of)\b/i.test(stated)) return "enum";
  if (/\b(?:bool(?:ean)?|true\/false|yes\/no)\b/i.test(stated)) return "boolean";
  if (/\b(?:date|time|timestamp|datetime|timestamptz)\b/i.test(stated)) return "date";
  if (
    /\b(?:money|currency|decimal)\b/i.test(stated) &&
    /price|amount|cost|total|fee|salary|balance/i.test(name)
  )
    return "money";
  if (/\b(?:int(?:eger)?|number|float|double|decimal|numeric|bigint|long)\b/i.test(stated))
    return "number";
  if (/\b(?:string|text|varchar|char)\b/i.test(stated) && !/e-?mail|url/i.test(name)) return "text";
  if (/\be-?mail\b/i.test(name)) return "email";
  if (/\b(?:url|uri|link|website|image|avatar|photo|picture|logo)\b/i.test(name)) return "url";
  if (
    /\b(?:price|cost|amount|total|fee|salary|balance|discount amount|rent|deposit|budget|wage|tax)\b/i.test(
      name,
    )
  )
    return "money";
  if (
    /\b(?:date|time|birthday|deadline|timestamp|created at|updated at|expires? at|at)$/i.test(name)
  )
    return "date";
  if (
    /\b(?:count|quantity|number of \p{L}+|stock|age|weight|height|width|length|rating|score|capacity|size|duration|latitude|longitude|year|pages|copies)$/iu.test(
      name,
    )
  )
    return "number";
  if (
    /^(?:is|has|can)\b|\b(?:active|enabled|visible|verified|following|favorited|flag)$/i.test(name)
  )
    return "boolean";
  if (/\b(?:status|state|type|category|level|gender|priority)$/i.test(name)) return "enum";
  if (
    /\b(?:name|title|description|body|bio|comment|note|notes|address|remark|slug|password|username|text|message|phone)\b/i.test(
      name,
    )
  )
    return "text";
  return undefined;
}
