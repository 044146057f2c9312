import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { DraftRequest } from "../../architect.ts";
import { citeReactions } from "./cite-reactions.ts";
import { draftConsistency } from "./draft-consistency.ts";
import { draftEvents } from "./draft-events.ts";
import { draftFlows } from "./draft-flows.ts";

/** Events, flows and consistency, from the operations and lifecycles that are accepted. */
export function draftBehaviourUnit({ accepted }: DraftRequest): Outcome<UnitPart> {
  const events = draftEvents(accepted);
  const flows = draftFlows(accepted, events);
  const consistency = draftConsistency(accepted, events, flows);
  const budgeted = flows.some(({ steps }) => steps.some(({ budgetMs }) => budgetMs !== undefined));
  return {
    value: {
      system: citeReactions({ events, flows, consistency }, accepted),
      assumptions: budgeted
        ? [
            {
              id: "latency-allocation",
              text: "Latency targets are allotted to the steps of a flow by weight: store 3, network hop or cache 1; 10 % is kept in reserve.",
              reason: "The requirements give targets for whole requests, not for their steps.",
            },
          ]
        : [],
      openQuestions: [],
    },
    diagnostics: [],
  };
}
