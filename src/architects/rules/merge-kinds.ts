import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { pluralize } from "./plural.ts";

/**
 * One thing under two names. "Each run" after "a collection run" is that run; where a text speaks
 * of "various types of forms", a consent form is a form of one kind.
 */
export function mergeKinds(drafts: Map<string, EntityDraft>, reading: RequirementsReading): void {
  const texts = inScope(reading).map(({ text }) => text);
  for (const [id, general] of drafts) {
    if (general.known !== undefined || id.includes("-")) continue;
    const kinds = [...drafts.values()].filter(
      (draft) => draft.id.endsWith(`-${id}`) && draft.known === undefined && !isDescribed(draft),
    );
    const [only] = kinds;
    const described = [...drafts.values()].filter(
      (draft) => draft.id.endsWith(`-${id}`) && draft.known === undefined && isDescribed(draft),
    );
    const [whole] = described;
    // "Two bookings of the same room" after "a meeting room has a capacity".
    if (
      whole !== undefined &&
      described.length === 1 &&
      kinds.length === 0 &&
      !isDescribed(general)
    ) {
      if (comesAfter(whole.name.toLowerCase(), id, texts)) fold(general, whole, drafts);
      continue;
    }
    if (only === undefined) continue;
    if (isSaidInKinds(id, texts)) {
      const values = kinds.map((kind) => kind.id.slice(0, -id.length - 1).replaceAll("-", " "));
      for (const kind of kinds) fold(kind, general, drafts);
      if (values.length > 1)
        general.mentions.push({
          name: id,
          count: 0,
          requirementIds: [...general.requirements],
          attributes: [
            {
              name: "kind",
              typeHint: "enum",
              enumValues: values,
              requirementId: [...general.requirements][0] ?? "",
            },
          ],
          relations: [],
          centrality: 0,
        });
    } else if (kinds.length === 1 && isTakenUp(only.name.toLowerCase(), id, texts))
      fold(general, only, drafts);
  }
}

function isDescribed({ mentions }: EntityDraft): boolean {
  return mentions.some(
    ({ attributes, states, relations }) =>
      attributes.length > 0 || (states ?? []).length > 0 || relations.length > 0,
  );
}

function isSaidInKinds(word: string, texts: readonly string[]): boolean {
  const said = new RegExp(
    `\\b(?:types?|kinds?|sorts?) of ${RegExp.escape(pluralize(word))}\\b`,
    "i",
  );
  return texts.some((text) => said.test(text));
}

/** Whether the general word comes only after the whole name, and never as something new. */
function isTakenUp(whole: string, word: string, texts: readonly string[]): boolean {
  const rest = new RegExp(`${RegExp.escape(whole)}\\w*`, "gi");
  const alone = texts.map((text) => text.replace(rest, " "));
  const first = texts.findIndex((text) => speaksOf(text, whole));
  const next = alone.findIndex((text) => speaksOf(text, word));
  const isNew = new RegExp(
    `\\b(?:an?|another|new) ${RegExp.escape(word)}\\b|\\b(?<!(?:the|these|all|each|every|of) )${RegExp.escape(pluralize(word))}\\b`,
    "i",
  );
  return (
    first >= 0 &&
    next >= first &&
    // "Each list consists of container moves; a move has a kind": the move just spoken of.
    !texts.some((text, i) => isNew.test(alone[i] ?? "") && !speaksOf(text, whole))
  );
}

/** Whether the text speaks of the whole before the general word stands alone. */
function comesAfter(whole: string, word: string, texts: readonly string[]): boolean {
  const rest = new RegExp(`${RegExp.escape(whole)}\\w*`, "gi");
  const first = texts.findIndex((text) => speaksOf(text, whole));
  const next = texts.findIndex((text) => speaksOf(text.replace(rest, " "), word));
  return first >= 0 && next >= first;
}

function fold(from: EntityDraft, into: EntityDraft, drafts: Map<string, EntityDraft>): void {
  for (const word of from.words) into.words.add(word);
  for (const mention of from.mentions) into.mentions.push(mention);
  for (const requirement of from.requirements) into.requirements.add(requirement);
  into.centrality += from.centrality;
  drafts.delete(from.id);
}
