import type { AuthParties } from "./auth-parties.ts";
import type { AuthStep } from "./auth-step.ts";

/** An outgoing webhook: who receives it verifies who sent it (HMAC, RFC 2104). */
export function signatureSteps({ caller, service }: AuthParties): readonly AuthStep[] {
  return [
    { from: caller, to: service, text: "Register an endpoint" },
    {
      from: service,
      to: caller,
      text: "The signing secret of the endpoint, shown this once",
      isReply: true,
    },
    { from: service, to: service, text: "HMAC of time stamp and body with the secret" },
    { from: service, to: caller, text: "POST the event with Webhook-Signature" },
    { from: caller, to: caller, text: "Same HMAC, and sent within 5 minutes?" },
    { from: caller, to: service, text: "2xx, or refuse it", isReply: true },
    {
      when: "nothing or no 2xx comes back",
      steps: [{ from: service, to: caller, text: "The same event again, after growing pauses" }],
    },
  ];
}
