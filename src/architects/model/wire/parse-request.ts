import type { Operation } from "../../../design/design.ts";
import { toCamel } from "../../../util/naming.ts";

const REQUEST = /^\s*(\S+)(?:\s+webhook\s+(\S+))?\s*$/i;
const RESPONSE = /^\s*(\S+?)(\[\])?(?:\s+sort\s+(.+?))?(\s+fields)?\s*$/i;

/** The body that is sent: `endpoint-create`, or `endpoint-create webhook url`. Nothing for `""`. */
export function parseRequest(phrase: string): unknown {
  if (phrase.trim() === "") return undefined;
  const [, schema = phrase, property] = REQUEST.exec(phrase) ?? [];
  return property === undefined ? { schema } : { schema, webhookUrl: toCamel(property) };
}

export function formatRequest(request: Operation["request"]): string | undefined {
  if (request?.webhookUrl === undefined) return request?.schema;
  return `${request.schema} webhook ${request.webhookUrl}`;
}

/** The body that is answered: `order`, a page `order[]`, or `order[] sort total, placed-at fields`. */
export function parseResponse(phrase: string): unknown {
  if (phrase.trim() === "") return undefined;
  const [, schema = phrase, many, sort, fields] = RESPONSE.exec(phrase) ?? [];
  return {
    schema,
    collection: many !== undefined,
    ...(sort === undefined ? {} : { sortable: sort.split(",").map((field) => field.trim()) }),
    ...(fields === undefined ? {} : { selectable: true }),
  };
}

export function formatResponse(response: Operation["response"]): string | undefined {
  if (response === undefined) return undefined;
  const { schema, collection, sortable = [], selectable } = response;
  const sort = sortable.length === 0 ? "" : ` sort ${sortable.join(", ")}`;
  return `${schema}${collection ? "[]" : ""}${sort}${selectable === true ? " fields" : ""}`;
}
