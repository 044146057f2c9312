import type { StoryReading } from "./read-story.ts";
import { singularPhrase } from "./singular-phrase.ts";
import type { Statement } from "./statement.ts";

const ROLES =
  /\b(?:roles?|actors?|personas?|user (?:types|groups|classes|roles)|types of users|stakeholders)\b/i;
const ROLE_COLUMN =
  /^(?:roles?|actors?|personas?|user (?:type|group|class|role)s?|stakeholders?|who)$/i;
const LONGEST = 4;

/** A line of a list of roles ("Organizer", "**Admin**: manages users") as a reading with that actor. */
export function readRole(statement: Statement, requirementId: string): StoryReading | undefined {
  const cell = statement.cells.find(({ column }) => ROLE_COLUMN.test(column));
  if (statement.form === "row" && cell !== undefined && statement.cells.length < 5) {
    const role = singularPhrase(cell.text);
    return role === "" || role.split(" ").length > LONGEST
      ? undefined
      : readingOf(requirementId, role);
  }
  const above = statement.intro.at(-1) ?? statement.headings.at(-1) ?? "";
  if ((statement.form !== "item" && statement.lead === undefined) || !ROLES.test(above))
    return undefined;
  const label =
    statement.lead ?? /^([^:(–—]{2,40}?)\s*(?:$|[:(–—]|\s-\s)/.exec(statement.text)?.[1];
  const name = label === undefined ? "" : singularPhrase(label);
  if (
    name === "" ||
    name.split(" ").length > LONGEST ||
    /\b(?:must|shall|should|can|system)\b/.test(name)
  )
    return undefined;
  return readingOf(requirementId, name);
}

function readingOf(requirementId: string, actor: string): StoryReading {
  return { story: { requirementId, actors: [actor], actions: [], entities: [] }, nouns: [] };
}
