import type { AuthParties } from "./auth-parties.ts";
import type { AuthStep } from "./auth-step.ts";
import { lifetimeText } from "./lifetime-text.ts";
import { toIssuer } from "./to-issuer.ts";

/** A session in a cookie, with a token against cross-site request forgery. */
export function sessionSteps(parties: AuthParties): readonly AuthStep[] {
  const { caller, entry, issuer, service, store, mechanism, call } = parties;
  const life = lifetimeText(mechanism.accessTokenMinutes, "min");
  const keeper = store ?? issuer;
  const lookUp: AuthStep = {
    from: entry,
    to: keeper,
    text: "Whose session is it? Does the CSRF token fit?",
  };
  return [
    ...toIssuer(parties, "Sign in with credentials"),
    { from: issuer, to: keeper, text: `Keep a new session${life} under a random id` },
    {
      from: issuer,
      to: caller,
      text: "Cookie (HttpOnly, Secure, SameSite=Lax) and a CSRF token",
      isReply: true,
    },
    { from: caller, to: entry, text: `${call} with the cookie` },
    {
      over: [caller, entry],
      note: "What changes something carries the CSRF token in a header as well: another site can send the cookie, but not read the token",
    },
    lookUp,
    ...(entry.alias === service.alias
      ? []
      : [{ from: entry, to: service, text: "Pass on with who calls" }]),
    { from: service, to: service, text: "Has the role the permission?" },
    {
      from: service,
      to: caller,
      text: "Answer, or 403 without the permission or the CSRF token",
      isReply: true,
    },
    {
      when: "the session has ended",
      steps: [
        { from: entry, to: caller, text: "401, sign in again", isReply: true },
        ...(mechanism.refreshTokenDays === undefined
          ? []
          : [
              {
                over: [caller, entry] as const,
                note: `A session ends${life === "" ? "" : ` after ${mechanism.accessTokenMinutes} min without a call, and`} at the latest after ${mechanism.refreshTokenDays} days`,
              },
            ]),
      ],
    },
    {
      when: "the caller signs out",
      steps: [
        ...toIssuer(parties, "Sign out"),
        { from: issuer, to: keeper, text: "Delete the session" },
        { from: issuer, to: caller, text: "204, the cookie is deleted", isReply: true },
      ],
    },
  ];
}
