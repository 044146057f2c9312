import type { OpenAPIV3 } from "openapi-types";
import type { Operation, System } from "../../design/design.ts";
import { assertNever } from "../../util/assert-never.ts";
import { toCamel, uniqueName } from "../../util/naming.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";

type Mechanism = System["auth"]["mechanisms"][number];
type Permission = System["auth"]["permissions"][number];

/** What an operation demands; any one of the mechanisms will do. */
export interface SecuritySchemes {
  requirementsOf(operation: Operation): readonly OpenAPIV3.SecurityRequirementObject[];
  permissionsOf(operation: Operation): readonly Permission[];
}

export function createSecuritySchemes(
  auth: System["auth"],
  host: string,
  components: ComponentRegistry,
  recorder: OriginRecorder,
): SecuritySchemes {
  const names = nameMechanisms(auth.mechanisms);
  function permissionsOf(operation: Operation): readonly Permission[] {
    return auth.permissions.filter(({ id }) => operation.auth.permissions.includes(id));
  }
  return {
    permissionsOf,
    requirementsOf(operation) {
      const used = auth.mechanisms.filter(({ id }) => operation.auth.mechanisms.includes(id));
      return used.map((mechanism) => {
        const name = names.get(mechanism.id) ?? mechanism.id;
        components.refer("securitySchemes", name, () => {
          recorder.mark(
            ["components", "securitySchemes", name],
            `system/mechanism/${mechanism.id}`,
          );
          return securityScheme(mechanism, auth.permissions, host);
        });
        // Only OAuth 2 and OpenID Connect have scopes in OpenAPI 3.0.
        const isScoped = mechanism.kind === "oauth2" || mechanism.kind === "openid-connect";
        return {
          [name]: isScoped ? permissionsOf(operation).map((permission) => permission.name) : [],
        };
      });
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
  const description = markdownText(mechanism.description);
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
    name: "Client-Cert",
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
