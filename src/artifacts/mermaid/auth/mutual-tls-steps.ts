import type { AuthParties } from "./auth-parties.ts";
import type { AuthStep } from "./auth-step.ts";
import { toIssuer } from "./to-issuer.ts";

/** A certificate of the caller's own, shown in the TLS handshake (RFC 8446 §4.3.2). */
export function mutualTlsSteps(parties: AuthParties): readonly AuthStep[] {
  const { caller, entry, issuer, service, call } = parties;
  return [
    ...toIssuer(parties, "Ask for a certificate, the private key stays at home"),
    { from: issuer, to: caller, text: "The signed certificate", isReply: true },
    { from: caller, to: entry, text: "TLS handshake with the certificate" },
    { from: entry, to: entry, text: "Signed by our authority, valid, not revoked?" },
    { from: caller, to: entry, text: call },
    ...(entry.alias === service.alias
      ? []
      : [{ from: entry, to: service, text: "Pass on with the subject of the certificate" }]),
    { from: service, to: service, text: "Has the subject the permission?" },
    { from: service, to: caller, text: "Answer, 401 or 403", isReply: true },
    {
      when: "the certificate is to be replaced",
      steps: [
        ...toIssuer(parties, "Ask for the next one before the old one ends"),
        { from: issuer, to: caller, text: "The next certificate; both are valid", isReply: true },
      ],
    },
  ];
}
