import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { farewellOf } from "../sunset.ts";

export const propertyRemoved = declareDiagnostic<{
  readonly where: string;
  readonly effect: string;
}>({
  code: "api/property-removed",
  severity: "error",
  message: ({ where, effect }) => `${where} was removed: ${effect}`,
  fix: "keep it, mark it deprecated with a sunset date, and remove it when that date has passed",
});

export const propertyRemovedRule: ApiRule = {
  property({ base, head }, place, { today }) {
    if (base === undefined || head !== undefined) return [];
    const { value } = base.schema;
    const isRequest = place.direction === "request";
    // What this direction never carried is not missed.
    const isHidden = value[isRequest ? "readOnly" : "writeOnly"] === true;
    const hasSunset = value["x-sunset"] !== undefined;
    const isAnnounced = hasSunset && farewellOf(value, today) === "announced";
    const isClosed = isRequest && base.owner.value["additionalProperties"] === false;
    const isHard = isRequest ? isClosed : base.isRequired;
    const effect = isRequest
      ? `what clients send in it is ${isClosed ? "refused" : "ignored, or refused"}`
      : `clients ${base.isRequired ? "could count on it" : "may read it"}`;
    const severity = isHidden || isAnnounced ? "info" : isHard ? "error" : "warning";
    return [propertyRemoved(subjectOf(place), { where: whereOf(place), effect }, { severity })];
  },
};
