import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { inScope } from "./demand-text.ts";
import type { EntityDraft } from "./entity-draft.ts";

/** "An incident report states …" beside "report an incident", "the drug catalogue": no other things. */
export function foldAspects(drafts: Map<string, EntityDraft>, reading: RequirementsReading): void {
  for (const [id, draft] of drafts) {
    const [, base = "", aspect = ""] =
      /^(.+)-(report|record|note|catalogue|catalog|directory|register|file)$/.exec(id) ?? [];
    const thing = drafts.get(base);
    if (thing === undefined || draft.known !== undefined) continue;
    const isReported = inScope(reading).some(({ text }) =>
      new RegExp(`\\breport(?:s|ed)? (?:an?|the|each) ${base.replaceAll("-", " ")}\\b`, "i").test(
        text,
      ),
    );
    if (aspect === "report" && !isReported) continue;
    const isWritten = inScope(reading).some(({ text }) =>
      new RegExp(`\\bwrites? (?:an?|the|each) ${base.replaceAll("-", " ")}\\b`, "i").test(text),
    );
    if (aspect === "note" && !isWritten) continue;
    for (const word of draft.words) thing.words.add(word);
    for (const mention of draft.mentions) thing.mentions.push(mention);
    for (const requirement of draft.requirements) thing.requirements.add(requirement);
    drafts.delete(id);
  }
}
