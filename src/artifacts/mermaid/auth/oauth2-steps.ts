import type { AuthParties } from "./auth-parties.ts";
import type { AuthStep, Party } from "./auth-step.ts";
import { callSteps, refreshSteps, revokeSteps, tokensText } from "./token-steps.ts";

/**
 * OAuth 2: authorization code with PKCE (RFC 7636) where persons call, client credentials
 * (RFC 6749 §4.4) where only systems do.
 */
export function oauth2Steps(parties: AuthParties, client: Party): readonly AuthStep[] {
  const { caller, issuer, mechanism, isForMachines } = parties;
  if (isForMachines) {
    const machine = { ...parties, mechanism: withoutRefresh(mechanism) };
    return [
      { from: caller, to: issuer, text: "Client id and secret, wanted scopes" },
      { from: issuer, to: issuer, text: "Verify the client and its scopes" },
      { from: issuer, to: caller, text: `An ${tokensText(machine)}`, isReply: true },
      ...callSteps(machine),
      refreshSteps(machine),
    ];
  }
  // Both channels lead straight to the authorization server.
  const asClient = { ...parties, caller: client, isIssuerInside: false };
  return [
    { from: caller, to: client, text: "Sign in" },
    { from: client, to: client, text: "Make a random code verifier and state" },
    {
      from: client,
      to: issuer,
      text: "Authorize: challenge (S256 of the verifier), state, scopes",
    },
    { from: issuer, to: caller, text: "Who are you, and do you agree?", isReply: true },
    { from: caller, to: issuer, text: "Credentials and consent" },
    {
      from: issuer,
      to: client,
      text: "Redirect with a code, good once, and the state",
      isReply: true,
    },
    { from: client, to: issuer, text: "Code and verifier" },
    { from: issuer, to: issuer, text: "Does the verifier fit the challenge?" },
    { from: issuer, to: client, text: `An ${tokensText(parties)}`, isReply: true },
    ...callSteps(asClient),
    refreshSteps(asClient),
    ...(mechanism.refreshTokenDays === undefined ? [] : [revokeSteps(asClient)]),
  ];
}

/** RFC 6749 §4.4.3: a client that has credentials needs no refresh token. */
function withoutRefresh(mechanism: AuthParties["mechanism"]): AuthParties["mechanism"] {
  const { refreshTokenDays: _, ...rest } = mechanism;
  return rest;
}
