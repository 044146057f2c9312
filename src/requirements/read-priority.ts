import type { RequirementPriority } from "./requirement.ts";

/** RFC 2119 and MoSCoW words; a column or heading of the document wins over the wording. */
export function readPriority(text: string, stated?: RequirementPriority): RequirementPriority {
  if (stated !== undefined) return stated;
  if (/\b(?:must|shall|required|mandatory|has to|have to|needs? to|[[(]must[\])]|P0)\b/i.test(text))
    return "must";
  if (/\b(?:should|recommended|ought to|P1)\b/i.test(text)) return "should";
  if (
    /\b(?:could|nice[- ]to[- ]have|optionally|P2|P3)\b/i.test(text) ||
    /\b(?:MAY|OPTIONAL)\b/.test(text)
  )
    return "could";
  if (/\b(?:the (?:system|platform|application|app|service)|users?|customers?) may\b/i.test(text))
    return "could";
  return "must";
}
