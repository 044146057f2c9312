import type { AuthParties } from "./auth-parties.ts";
import type { AuthStep } from "./auth-step.ts";

/** A request of the caller to whoever signs it in: through the gateway, where both are behind it. */
export function toIssuer(parties: AuthParties, text: string): readonly AuthStep[] {
  const { caller, entry, issuer, service, isIssuerInside } = parties;
  const isBehind = isIssuerInside && entry.alias !== service.alias && entry.alias !== issuer.alias;
  if (!isBehind) return [{ from: caller, to: issuer, text }];
  return [
    { from: caller, to: entry, text },
    { from: entry, to: issuer, text: "Pass on" },
  ];
}
