import type { System } from "../../design/design.ts";

type MechanismKind = System["auth"]["mechanisms"][number]["kind"];

/** The header field that carries the proof of each mechanism (RFC 6750 for tokens). */
export const CREDENTIAL_HEADERS: Readonly<Record<MechanismKind, string>> = {
  jwt: "Authorization: Bearer $TOKEN",
  oauth2: "Authorization: Bearer $TOKEN",
  "openid-connect": "Authorization: Bearer $TOKEN",
  session: "Cookie: session=$SESSION",
  "api-key": "X-API-Key: $API_KEY",
  // Nothing of it is in a header: `curl --cert client.pem`.
  "mutual-tls": "Accept: application/json",
  signature: "Webhook-Signature: t=$TIME,v1=$HMAC",
};
