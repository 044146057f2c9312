import type { AuthParties } from "./auth-parties.ts";
import type { AuthStep } from "./auth-step.ts";
import { toIssuer } from "./to-issuer.ts";

/** A long-lived key: given once, kept as a hash, replaced without a gap. */
export function apiKeySteps(parties: AuthParties): readonly AuthStep[] {
  const { caller, entry, issuer, service, store, call } = parties;
  const keeper = store ?? issuer;
  return [
    ...toIssuer(parties, "Ask for a key"),
    { from: issuer, to: keeper, text: "Keep its hash, owner and permissions" },
    { from: issuer, to: caller, text: "The key, shown this once", isReply: true },
    { from: caller, to: entry, text: `${call} with X-API-Key` },
    { from: entry, to: keeper, text: "Whose hash is it, and is it valid?" },
    ...(entry.alias === service.alias
      ? []
      : [{ from: entry, to: service, text: "Pass on with who calls" }]),
    { from: service, to: service, text: "Has the key the permission?" },
    { from: service, to: caller, text: "Answer, 401 or 403", isReply: true },
    {
      when: "the key is to be replaced",
      steps: [
        ...toIssuer(parties, "Ask for a second key"),
        { from: issuer, to: caller, text: "The second key; both are valid", isReply: true },
        ...toIssuer(parties, "Revoke the first"),
        { from: issuer, to: keeper, text: "Delete its hash, at once" },
      ],
    },
  ];
}
