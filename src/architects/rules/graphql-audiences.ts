import type { System } from "../../design/design.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { inScope, speaksOf } from "./demand-text.ts";

type Audience = System["api"]["audiences"][number];

const ASKS = /\bgraph\s?ql\b/i;
/** Said of what is not wanted, or not decided. */
const REFUSES =
  /\b(?:no|not|never|without|instead of|rather than|replaces?|drop|retire)\b[^.;]{0,40}\bgraph\s?ql\b|\bgraph\s?ql\b[^.;]{0,40}\b(?:is not|are not|isn['’]t|not needed|out of scope|later)\b|\bor graph\s?ql\b|\bgraph\s?ql or\b|\?/i;
/** Nobody writes a query language for these unless a sentence names them. */
const ASKED_BY_NAME = new Set(["anonymous", "internal"]);

/** Marks who calls through GraphQL: those whom the sentence names, else every known client. */
export function markGraphqlAudiences(
  audiences: readonly Audience[],
  reading: RequirementsReading,
): readonly Audience[] {
  const texts = [reading.summary, ...inScope(reading).map(({ text }) => text)].filter(
    (text) => ASKS.test(text) && !REFUSES.test(text),
  );
  if (texts.length === 0) return audiences;
  const named = audiences.filter(({ name }) =>
    texts.some((text) => speaksOf(text, name.toLowerCase())),
  );
  const chosen = named.length > 0 ? named : audiences.filter(({ id }) => !ASKED_BY_NAME.has(id));
  return audiences.map((audience) =>
    chosen.includes(audience) ? { ...audience, graphql: true } : audience,
  );
}
