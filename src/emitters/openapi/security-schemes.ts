import type { OpenAPIV3 } from "openapi-types";
import type { Operation, System } from "../../design/design.ts";
import { assertNever } from "../../util/assert-never.ts";
import { toCamel, uniqueName } from "../../util/naming.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";

type Mechanism = System["auth"]["mechanisms"][number];
type Permission = System["auth"]["permissions"][number];

/** The field that carries the certificate of a client behind a proxy (RFC 9440). */
export const CLIENT_CERTIFICATE = "Client-Cert";

/** Demanded beside the cookie by what changes something: another site cannot read it. */
const CSRF_HEADER = "X-CSRF-Token";

/** What an operation demands; any one of the mechanisms will do. */
export interface SecuritySchemes {
  /** How the receiver of a webhook knows who sends it. */
  signatures(): readonly OpenAPIV3.SecurityRequirementObject[];
  requirementsOf(operation: Operation): readonly OpenAPIV3.SecurityRequirementObject[];
  permissionsOf(operation: Operation): readonly Permission[];
}

export function createSecuritySchemes(
  auth: System["auth"],
  host: string,
  components: ComponentRegistry,
  recorder: OriginRecorder,
  audience?: string,
): SecuritySchemes {
  const names = nameMechanisms(auth.mechanisms);
  const csrf = uniqueName("csrfToken", new Set(names.values()), "");
  function refer(mechanism: Mechanism): string {
    const name = names.get(mechanism.id) ?? mechanism.id;
    components.refer("securitySchemes", name, () => {
      recorder.mark(["components", "securitySchemes", name], `system/mechanism/${mechanism.id}`);
      return securityScheme(mechanism, auth.permissions, host);
    });
    return name;
  }
  /** Another site makes a browser send the cookie, too; reading changes nothing (RFC 9110 §9.2.1). */
  function withCsrf({ http }: Operation): OpenAPIV3.SecurityRequirementObject {
    if (http?.method === "get") return {};
    components.refer("securitySchemes", csrf, () => ({
      type: "apiKey",
      in: "header",
      name: CSRF_HEADER,
      description: "The token that came with the session, against requests that other sites forge.",
    }));
    return { [csrf]: [] };
  }
  function permissionsOf(operation: Operation): readonly Permission[] {
    return auth.permissions.filter(({ id }) => operation.auth.permissions.includes(id));
  }
  return {
    permissionsOf,
    requirementsOf(operation) {
      const demanded = auth.mechanisms.filter(({ id }) => operation.auth.mechanisms.includes(id));
      const own = demanded.filter(
        ({ audiences }) =>
          audience === undefined || audiences.length === 0 || audiences.includes(audience),
      );
      // Never empty where something is demanded: that would say that everybody may call.
      return (own.length > 0 ? own : demanded).map((mechanism) => {
        // Only OAuth 2 lists its scopes in the document: those of OpenID Connect stand at the
        // provider, and linters refuse what they cannot find (Spectral's security-defined).
        const isScoped = mechanism.kind === "oauth2";
        const scopes = isScoped ? permissionsOf(operation).map(({ name }) => name) : [];
        return {
          [refer(mechanism)]: scopes,
          ...(mechanism.kind === "session" ? withCsrf(operation) : {}),
        };
      });
    },
    signatures() {
      const signing = auth.mechanisms.filter(({ kind }) => kind === "signature");
      return signing.map((mechanism) => ({ [refer(mechanism)]: [] }));
    },
  };
}

function nameMechanisms(mechanisms: readonly Mechanism[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of mechanisms) {
    const name = uniqueName(toCamel(id), taken, "");
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function securityScheme(
  mechanism: Mechanism,
  permissions: readonly Permission[],
  host: string,
): OpenAPIV3.SecuritySchemeObject {
  const description = markdownText([mechanism.description, ...lifetimes(mechanism)].join(" "));
  switch (mechanism.kind) {
    case "jwt":
      return { type: "http", scheme: "bearer", bearerFormat: "JWT", description };
    case "openid-connect":
      return {
        type: "openIdConnect",
        openIdConnectUrl: `https://${host}/.well-known/openid-configuration`,
        description,
      };
    case "mutual-tls":
      return mutualTlsScheme(description);
    case "session":
      return { type: "apiKey", in: "cookie", name: "session", description };
    case "api-key":
      return { type: "apiKey", in: "header", name: "X-API-Key", description };
    case "signature":
      return { type: "apiKey", in: "header", name: "Webhook-Signature", description };
    case "oauth2":
      return { type: "oauth2", description, flows: flowsOf(mechanism, permissions, host) };
    default:
      return assertNever(mechanism.kind);
  }
}

function lifetimes(mechanism: Mechanism): readonly string[] {
  const { kind, flow, accessTokenMinutes, refreshTokenDays, description } = mechanism;
  const isCode = kind === "oauth2" && flow !== "client-credentials";
  const thing = kind === "session" ? "session" : "access token";
  return [
    ...(isCode && !/\bPKCE\b/.test(description)
      ? ["Every authorization request carries a PKCE challenge, S256 (RFC 7636)."]
      : []),
    ...(accessTokenMinutes === undefined
      ? []
      : [`A${thing === "session" ? "" : "n"} ${thing} lives ${accessTokenMinutes} minutes.`]),
    ...(refreshTokenDays === undefined
      ? []
      : [`It can be renewed for ${refreshTokenDays} days, each refresh token once.`]),
  ];
}

/**
 * OpenAPI 3.0 has no word for it: what stands for it there is the field in which the end of the TLS
 * connection hands the certificate on (RFC 9440). `toOpenapi31` says it as 3.1 does.
 */
function mutualTlsScheme(description: string): OpenAPIV3.SecuritySchemeObject {
  const note =
    "A certificate in the TLS handshake (mutual TLS), which OpenAPI 3.0 cannot say; the server that ends the connection hands it on in this header (RFC 9440), a client does not send it.";
  return {
    type: "apiKey",
    in: "header",
    name: CLIENT_CERTIFICATE,
    description: `${description}\n\n${note}`,
  };
}

function flowsOf(
  { flow, refreshTokenDays }: Mechanism,
  permissions: readonly Permission[],
  host: string,
): OpenAPIV3.OAuth2SecurityScheme["flows"] {
  const tokenUrl = `https://${host}/oauth2/token`;
  const scopes = Object.fromEntries(
    permissions.map(({ name, description }) => [name, markdownText(description)]),
  );
  // RFC 6749 §4.4.3: a machine asks again with its credentials instead of a refresh token.
  if (flow === "client-credentials") return { clientCredentials: { tokenUrl, scopes } };
  return {
    authorizationCode: {
      authorizationUrl: `https://${host}/oauth2/authorize`,
      tokenUrl,
      ...(refreshTokenDays === undefined ? {} : { refreshUrl: tokenUrl }),
      scopes,
    },
  };
}
