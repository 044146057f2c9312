import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { inScope } from "./demand-text.ts";

const CONDITIONAL =
  /\bif-match\b|\betags?\b|\boptimistic (?:locking|concurrency)\b|\blost updates?\b|\boverwrit\w+ (?:each other|somebody|one another|the changes|another)\b|\b(?:two|several|both) (?:users?|people|editors|clerks|\w+s) (?:\w+ ){0,3}at the same time\b|\bconcurrent(?:ly)? (?:edit|updat|chang)\w*\b/i;

/** Whether the text wants that nobody overwrites what somebody else has changed meanwhile (RFC 9110 §13.1.1). */
export function hasConditionalWrites(reading: RequirementsReading): boolean {
  return inScope(reading).some(({ text }) => CONDITIONAL.test(text));
}
