import type { EntityFact } from "./entity-fact.ts";
import { entityName } from "./entity-name.ts";
import { splitEnumeration } from "./split-enumeration.ts";
import { thingName } from "./thing-name.ts";
import type { Statement } from "./statement.ts";

const ARROW = /\s*(?:→|⇒|->|=>|-->|➜)\s*/;
const LISTED =
  /(?:\b([\p{L}][\p{L}-]*)\s+)?\b(?:status(?:es)?|states?|lifecycle|stages?)\b\s*(?:values?\s*)?(?:\(|:|can be|may be|is one of|are|include[s]?|must be one of)\s*(?:one of\s*)?:?\s*([^.()]{5,300})/iu;
/** "A transfer is initiated, authorised, settled or rejected." */
const IS_ONE_OF =
  /^\W*(?:an?|each|every|the)\s+([\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:is|can be|may be|is either)\s+([\p{L} -]{3,24}(?:,\s*[\p{L} -]{3,24})+,?\s+or\s+[\p{L} -]{3,24})\.?$/iu;
/** "A leave request is drafted, submitted, approved, rejected, withdrawn." */
const IS_THROUGH =
  /^\W*(?:an?|each|every)\s+([\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:is|can be)\s+(\p{L}+(?:ed|en|wn|nt|ft|pt)(?:,\s*\p{L}+(?:ed|en|wn|nt|ft|pt)){3,})\.?$/iu;
/** "…, each compartment is empty, reserved or filled", "a bed has a number and is free, occupied or closed". */
const CLAUSE_IS =
  /(?:^|[.;,:]\s+|\band\s+)(?:an?|each|every)\s+([\p{L}-]+(?:\s[\p{L}-]+)?)(?:\s+(?:has|names|records|lists|carries)\s+[^.;]{2,60}?\s+and)?\s+(?:is|can be)\s+(?:either\s+)?((?!an?\b|the\b)[\p{L} -]{3,24}(?:,\s*(?!an?\b)[\p{L} -]{3,24})+,?\s+or\s+(?:being\s+)?(?!an?\b)[\p{L} -]{3,24}?)(?=[.;,]|\s+and\b|$)/iu;
const HOLDER =
  /(?:^\W*|;\s+)(?:an?|each|every)\s+([\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:has|belongs)\b(?=[^.;]*\b(?:status|state)\b)/iu;
const STATE = String.raw`["“']?[\p{L}-]{2,24}(?:\s(?!to\b|then\b|and\b)[\p{L}-]{2,24})?["”']?`;
const MOVES = new RegExp(
  String.raw`(?:^|[.,;]\s+|\b(?:an?|the|each|every)\s+)([\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:can\s+|may\s+)?(?:goe?s?|moves?|changes?|transitions?|progress(?:es)?)\s+from\s+(${STATE})\s+((?:to\s+${STATE}[,\s]*(?:(?:and\s+)?then\s+)?)+)`,
  "iu",
);
const FROM_TO =
  /\b(?:status|state)\b[^.]{0,40}\bfrom\s+["“']?([\p{L} ]{2,24}?)["”']?\s+to\s+["“']?([\p{L} ]{2,24}?)["”']?(?=[.,;]|\s+(?:when|if|after|once)\b|$)/iu;

/** The lifecycle that a statement names, of the entity it stands under or names. */
export function readStates(
  statement: Statement,
  requirementId: string,
  subject: string | undefined,
): readonly EntityFact[] {
  const text = statement.text.slice(0, 2000);
  const arrows = text.split(ARROW);
  if (arrows.length > 1) {
    const first = /(?:^|[:.,]\s*)([^:.,]*)$/.exec(arrows[0] ?? "")?.[1] ?? "";
    const states = clean([
      first,
      ...arrows.slice(1).map((part) => part.split(/[.,;(]/, 1)[0] ?? ""),
    ]);
    const label = /^([^:]{2,40}):/.exec(text)?.[1] ?? "";
    return fact(
      entityName(label.replace(/\b(?:status(?:es)?|states?|lifecycle|flow|workflow)\b/gi, "")) ??
        subject,
      states,
      requirementId,
    );
  }
  const listed = LISTED.exec(text);
  if (listed !== null && /[,/]| or /.test(listed[2] ?? "")) {
    const states = clean(splitEnumeration(listed[2] ?? ""));
    // "Every subscription belongs to a plan and has a status: active, paused".
    const whose = HOLDER.exec(text)?.[1];
    return fact(nameOf(listed[1]) ?? nameOf(whose) ?? subject, states, requirementId);
  }
  const choice = IS_ONE_OF.exec(text) ?? CLAUSE_IS.exec(text) ?? IS_THROUGH.exec(text);
  if (choice !== null) {
    const states = clean(
      splitEnumeration((choice[2] ?? "").replace(/,?\s+or\s+(?:being\s+)?/i, ", ")),
    );
    return fact(nameOf(choice[1]) ?? subject, states, requirementId);
  }
  const moves = MOVES.exec(text);
  if (moves !== null) {
    const states = clean(
      [moves[2] ?? "", ...(moves[3] ?? "").split(/,?\s*(?:and then |then )?\bto\s+/)]
        .map((state) => state.replace(/^(?:and|or)\s+/, ""))
        .filter((state) => state !== ""),
    );
    return fact(entityName(moves[1] ?? "") ?? subject, states, requirementId);
  }
  const change = FROM_TO.exec(text);
  if (change === null) return [];
  const owner = /\b(?:the|an?|each)\s+([\p{L}-]+)(?:['’]s)?\s+(?:status|state)\b/iu.exec(text)?.[1];
  return fact(
    entityName(owner ?? "") ?? subject,
    clean([change[1] ?? "", change[2] ?? ""]),
    requirementId,
  );
}

function nameOf(words = ""): string | undefined {
  const strict = entityName(words);
  const whole = thingName(words);
  // "A leave request is submitted or approved": not the leave.
  const isWhole = /\s(?:request|record|entry|count|list|type|report)$/.test(whole ?? "");
  return isWhole || strict === undefined ? whole : strict;
}

function clean(parts: readonly string[]): readonly string[] {
  const states = parts.map((part) =>
    part
      .replace(/["“”'`*_]/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return states.every(
    (state) => /^[\p{L}][\p{L}\d _/-]{0,30}$/u.test(state) && state.split(" ").length <= 3,
  )
    ? [...new Set(states)]
    : [];
}

function fact(
  entity: string | undefined,
  states: readonly string[],
  requirementId: string,
): readonly EntityFact[] {
  return entity === undefined || states.length < 2
    ? []
    : [{ kind: "states", entity, states, requirementId }];
}
