import type { AuthParties } from "./auth-parties.ts";
import type { AuthStep } from "./auth-step.ts";
import { lifetimeText } from "./lifetime-text.ts";
import { toIssuer } from "./to-issuer.ts";

/** A call with a token that says for itself who calls (RFC 6750, RFC 8725). */
export function callSteps({ caller, entry, service, call }: AuthParties): readonly AuthStep[] {
  const isSame = entry.alias === service.alias;
  return [
    { from: caller, to: entry, text: `${call} with the access token` },
    {
      from: entry,
      to: entry,
      text: "Verify signature, issuer, audience and expiry",
    },
    ...(isSame ? [] : [{ from: entry, to: service, text: "Pass on with who calls" }]),
    { from: service, to: service, text: "Has the role the permission?" },
    { from: service, to: caller, text: "Answer, or 403 without the permission", isReply: true },
  ];
}

/** A new pair for a refresh token, which is good for one time only (RFC 9700 §4.14.2). */
export function refreshSteps(parties: AuthParties): AuthStep {
  const { caller, entry, issuer, store, mechanism } = parties;
  const expired: AuthStep = {
    from: entry,
    to: caller,
    text: "401, the access token has expired",
    isReply: true,
  };
  if (mechanism.refreshTokenDays === undefined) {
    return {
      when: "the access token has expired",
      steps: [
        expired,
        {
          over: [caller, issuer],
          note: "There is no refresh token: the caller starts again at the top",
        },
      ],
    };
  }
  return {
    when: "the access token has expired",
    steps: [
      expired,
      ...toIssuer(parties, "Refresh token"),
      ...(store === undefined
        ? []
        : [{ from: issuer, to: store, text: "Is it valid and unused? Mark it as used" }]),
      { from: issuer, to: caller, text: `New ${tokensText(parties)}`, isReply: true },
      {
        over: [caller, issuer],
        note: "A refresh token that is used twice was stolen: all of its family are revoked",
      },
    ],
  };
}

/** An access token cannot be called back; only no new one is given. */
export function revokeSteps(parties: AuthParties): AuthStep {
  const { caller, issuer, store, mechanism } = parties;
  const { accessTokenMinutes } = mechanism;
  const text =
    accessTokenMinutes === undefined
      ? "An access token that is out stays valid until it expires"
      : `An access token that is out stays valid for up to ${accessTokenMinutes} min`;
  return {
    when: "the caller signs out",
    steps: [
      ...toIssuer(parties, "Sign out"),
      ...(store === undefined
        ? []
        : [{ from: issuer, to: store, text: "Revoke the refresh tokens" }]),
      { from: issuer, to: caller, text: "204", isReply: true },
      { over: [caller, issuer], note: text },
    ],
  };
}

/** `access token (15 min) and refresh token (30 days)`. */
export function tokensText({ mechanism }: AuthParties): string {
  const { accessTokenMinutes, refreshTokenDays } = mechanism;
  const access = `access token${lifetimeText(accessTokenMinutes, "min")}`;
  return refreshTokenDays === undefined
    ? access
    : `${access} and refresh token${lifetimeText(refreshTokenDays, "days")}`;
}
