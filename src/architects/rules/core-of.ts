import { WHICH } from "../../requirements/thing-name.ts";

/** The phrase without what only tells which one: "personal account" → "account". */
export function coreOf(phrase: string): string {
  let core = phrase.replace(/^[a-z]+ (?:an?|the|my|their) /, "").replace(/ as [a-z]+$/, "");
  while (WHICH.test(core) || COMMANDED.test(core))
    core = core.replace(WHICH, "").replace(COMMANDED, "");
  return SAME.get(core) ?? core;
}

/** Verbs that a tagger takes for the first part of a compound: "create, update and archive products". */
export const COMMANDED: RegExp =
  /^(archive|delete|update|create|edit|manage|view|remove|add|cancel|publish|approve|reject|modify|upload|download)\s+/;
const SAME: ReadonlyMap<string, string> = new Map([
  ["kid", "child"],
  ["feedback form", "feedback"],
  ["guardian", "parent"],
]);
