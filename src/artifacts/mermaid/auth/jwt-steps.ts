import type { AuthParties } from "./auth-parties.ts";
import type { AuthStep } from "./auth-step.ts";
import { toIssuer } from "./to-issuer.ts";
import { callSteps, refreshSteps, revokeSteps, tokensText } from "./token-steps.ts";

/** Sign in, call, refresh and sign out with a signed token (RFC 7519). */
export function jwtSteps(parties: AuthParties): readonly AuthStep[] {
  const { caller, issuer, store } = parties;
  return [
    ...toIssuer(parties, "Sign in with credentials"),
    ...(store === undefined
      ? []
      : [{ from: issuer, to: store, text: "Compare with the stored hash" }]),
    { from: issuer, to: caller, text: capitalised(tokensText(parties)), isReply: true },
    ...callSteps(parties),
    refreshSteps(parties),
    ...(parties.mechanism.refreshTokenDays === undefined ? [] : [revokeSteps(parties)]),
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
