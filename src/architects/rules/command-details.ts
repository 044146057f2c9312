import type { OperationPlan, ValuePlan } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { fieldNamed } from "./field-named.ts";
import { toKebab, wordsOf } from "../../util/naming.ts";
import { speaksOf } from "./demand-text.ts";

type Details = Pick<OperationPlan, "accepts" | "acceptsValues">;

const ARTICLE = /^(?:an?|the|its|their|his|her|my|new|optional)\s+/i;

/** What a command has to be told besides the thing: "with its condition", "to a driver", "by a week". */
export function commandDetails(
  verb: string,
  demand: string,
  entity: EntityDraft,
  drafts: readonly EntityDraft[],
): Details {
  const [word = ""] = verb.split(/[ -]/);
  const clause = clauseOf(demand, word);
  const given = /\bwith\s+((?:an?|its|the|their|his|her|my)\s+[^.;]+)$/i.exec(clause)?.[1] ?? "";
  const accepts: string[] = [];
  const values: ValuePlan[] = [];
  for (const item of given.split(/,\s*(?:and\s+)?|\s+and\s+/)) {
    const words = wordsOf(item.trim().replace(ARTICLE, "")).join(" ");
    if (words === "" || words.length > 40 || words.split(" ").length > 3) continue;
    const field = entity.fields.get(toKebab(words));
    if (field !== undefined) accepts.push(field.id);
    else values.push(valueNamed(words));
  }
  const whom =
    /\b(?:to|with)\s+(?:an?|another|the|one|my)\s+([a-z][a-z ]{1,40}?)(?=\s+(?:with|and|by|in|on|for|at)\b|[,.;]|$)/i.exec(
      clause,
    )?.[1];
  const target =
    whom === undefined
      ? undefined
      : drafts.find(({ words }) => [...words].some((one) => speaksOf(whom, one)));
  const reference = [...entity.references.values()].find(({ to }) => to === target?.id);
  if (reference !== undefined && target !== entity) accepts.push(reference.field);
  return {
    ...(accepts.length === 0 ? {} : { accepts: [...new Set(accepts)] }),
    acceptsValues: values,
  };
}

/** The part of the statement that is about this verb alone. */
function clauseOf(demand: string, verb: string): string {
  const at = demand.toLowerCase().search(new RegExp(`\\b${RegExp.escape(verb)}`));
  const rest = at < 0 ? demand : demand.slice(at);
  // "Create a trip, assign it to a driver and cancel it": each verb has its own end.
  return (
    rest.split(
      /,\s+(?:and\s+)?(?=[a-z]+\s+(?:it|them)\b)|\s+and\s+(?=[a-z]+\s+(?:it|them)\b)|[.;]/,
    )[0] ?? rest
  );
}

function valueNamed(words: string): ValuePlan {
  const { type, samples, format, maxLength, minLength, precision, scale } = fieldNamed(words, {
    basis: "stated",
  });
  return {
    name: words,
    type: type === "enum" ? "string" : type,
    samples,
    required: true,
    ...(format === undefined ? {} : { format }),
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(precision === undefined ? {} : { precision }),
    ...(scale === undefined ? {} : { scale }),
  };
}
