import type { System } from "../../../design/design.ts";
import type { Requirement } from "../../../requirements/requirement.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import { inScope } from "../demand-text.ts";
import { isForMachines, kindOfAudience } from "../operation-audiences.ts";
import { requirementOwner } from "../requirement-owner.ts";

type Mechanism = System["auth"]["mechanisms"][number];
type Audience = System["api"]["audiences"][number];

const CREDENTIALS = /\bclient[- ]credentials?\b|\bmachine[- ]to[- ]machine\b|\bm2m\b/i;
const CODE = /\bauthori[sz]ation code\b|\bpkce\b/i;
const PROVIDER = /\b(?:openid connect|oidc|sso|single sign-on|saml)\b/i;
const OAUTH = /\boauth\s?2?(?:\.0)?\b/i;
const KEYS = /\bapi[- ]keys?\b/i;
const CERTIFICATE = /\bmutual(?:ly authenticated)? tls\b|\bmtls\b|\bclient certificates?\b/i;
const DISCOVERY = /\b(?:openid connect|oidc)\b/i;
const SESSION = /\bsession cookies?\b|\bcookie-based\b/i;
const JWT = /\bjwts?\b|\bjson web tokens?\b/i;
const TOKEN = /\baccess tokens?\b|\bbearer tokens?\b/i;
const WEBHOOK =
  /\b(?:sends?|deliver\w*|register|receives?|gets?|notif\w+|signed|post|push\w*|retr\w+)\b.{0,60}\bwebhooks?\b|\bwebhooks?\b.{0,60}\b(?:sent|signed|delivered|signature|hmac|endpoints?|subscri\w+|notif\w+)\b|\bhmac\b/i;

/** How each audience proves who calls, and how receivers of webhooks know who sends. */
export function draftMechanisms(
  links: AcceptedLinks,
  reading: RequirementsReading,
  audiences: readonly Audience[],
): readonly Mechanism[] {
  const { cite } = links;
  const scope = inScope(reading);
  const asked = (pattern: RegExp) =>
    cite(scope.filter(({ text }) => pattern.test(text)).map(({ id }) => id));
  const clients = audiences.filter((audience) => kindOfAudience(audience) !== "anonymous");
  const proofs = clients.map((audience) => ({ audience, proof: proofOf(audience, scope) }));
  const withProof = (proof: Proof) =>
    proofs.filter((one) => one.proof.includes(proof)).map(({ audience }) => audience.id);
  const minutes = reading.quantities.find(
    ({ metric, unit, thirdParty }) => metric === "session" && unit === "minutes" && !thirdParty,
  )?.value;
  const lifetime = Math.max(1, Math.round(minutes ?? 15));
  const ends = scope.some(({ text }) => /\brefresh tokens?\b|\bsign out|\blog ?out/i.test(text));
  const mechanisms: readonly (Mechanism | false)[] = [
    withProof("code").length > 0 && {
      id: "oauth",
      name: "OAuth 2.0",
      kind: scope.some(({ text }) => DISCOVERY.test(text)) ? "openid-connect" : "oauth2",
      flow: "authorization-code",
      audiences: withProof("code"),
      description: "Authorization code flow with PKCE (RFC 9700) at the identity provider.",
      accessTokenMinutes: lifetime,
      ...(ends ? { refreshTokenDays: 30 } : {}),
      requirements: [
        ...new Set([...asked(CODE), ...asked(PROVIDER), ...askedForPeople(scope, cite)]),
      ],
    },
    withProof("credentials").length > 0 && {
      id: "client-credentials",
      name: "OAuth 2.0 client credentials",
      kind: "oauth2",
      flow: "client-credentials",
      audiences: withProof("credentials"),
      description:
        "Each calling system exchanges its own id and secret for a token (RFC 6749 section 4.4); scopes are granted per system, and nobody's password is involved.",
      accessTokenMinutes: lifetime,
      requirements: asked(CREDENTIALS),
    },
    withProof("certificate").length > 0 && {
      id: "client-certificate",
      name: "Client certificate",
      kind: "mutual-tls",
      audiences: withProof("certificate"),
      description:
        "Each calling system shows a certificate of its own in the TLS handshake; its subject says who calls, and it is replaced before it ends without downtime.",
      requirements: asked(CERTIFICATE),
    },
    withProof("session").length > 0 && {
      id: "session",
      name: "Session cookie",
      kind: "session",
      audiences: withProof("session"),
      description: "An opaque session in a Secure, HttpOnly, SameSite cookie.",
      accessTokenMinutes: Math.max(1, Math.round(minutes ?? 60)),
      requirements: asked(SESSION),
    },
    withProof("key").length > 0 && {
      id: "api-key",
      name: "API key",
      kind: "api-key",
      audiences: withProof("key"),
      description: "A key per calling system, kept as a hash and replaced without downtime.",
      requirements: asked(KEYS),
    },
    withProof("token").length > 0 && {
      id: "access-token",
      name: "Access token",
      kind: "jwt",
      audiences: withProof("token"),
      description:
        "A short-lived JWT in the Authorization header, signed with a rotating key whose public half every service has (RFC 8725).",
      accessTokenMinutes: lifetime,
      ...(ends ? { refreshTokenDays: 30 } : {}),
      requirements: [...new Set([...asked(JWT), ...asked(TOKEN)])],
    },
  ];
  const callers = mechanisms.filter((mechanism) => mechanism !== false);
  return [...withRest(callers, links, reading), ...signatures(audiences, asked)];

  function proofOf(audience: Audience, statements: readonly Requirement[]): readonly Proof[] {
    const row = statements.find(({ text }) => isRowOf(text, audience))?.text;
    const said = row === undefined ? [] : proofsIn(row);
    const hasSignIn = links.domain.operations.some(
      ({ answers = [], publicReason }) =>
        publicReason !== undefined && answers.some(({ name }) => name === "access token"),
    );
    // Who signs in with a password gets a token of our own, whoever else signs in elsewhere.
    if (said.length > 0) return hasSignIn && said.includes("code") ? [...said, "token"] : said;
    const all = statements.map(({ text }) => text).join("\n");
    if (isForMachines(audience)) return machineProofs(statements);
    const within = kindOfAudience(audience) === "internal" ? insiders() : [];
    const services = within.some(({ kind }) => kind === "external-system")
      ? machineProofs(statements)
      : [];
    if (within.length > 0 && within.every(({ kind }) => kind === "external-system"))
      return services;
    const people: readonly (Proof | false)[] = [
      hasPeopleOAuth(statements) && "code",
      SESSION.test(all) && "session",
      (JWT.test(all) || (hasSignIn && hasPeopleOAuth(statements))) && "token",
    ];
    const found = people.filter((proof) => proof !== false);
    return [...(found.length > 0 ? found : (["token"] as const)), ...services];
  }

  /** The back office holds people, services of our own, or both. */
  function insiders(): AcceptedLinks["domain"]["actors"] {
    return links.domain.actors.filter(({ clients: kinds }) => kinds.includes("internal"));
  }
}

type Proof = "code" | "credentials" | "certificate" | "session" | "key" | "token";

function proofsIn(text: string): readonly Proof[] {
  const found: readonly (Proof | false)[] = [
    CREDENTIALS.test(text) && "credentials",
    (CODE.test(text) || PROVIDER.test(text)) && "code",
    KEYS.test(text) && "key",
    CERTIFICATE.test(text) && "certificate",
    SESSION.test(text) && "session",
    JWT.test(text) && "token",
  ];
  return found.filter((proof) => proof !== false);
}

/** The row of a table of clients, or a line about them: "Web portal: …". */
function isRowOf(text: string, { name }: Audience): boolean {
  const label = text.replace(/^(?:audience|client|consumer|caller|tier|plan|channel)s?:\s*/i, "");
  return label.toLowerCase().startsWith(`${name.toLowerCase()};`);
}

function machineProofs(statements: readonly Requirement[]): readonly Proof[] {
  const said = statements.flatMap(({ text }) => proofsIn(text));
  const machine = (["credentials", "certificate", "key"] as const).filter((proof) =>
    said.includes(proof),
  );
  return machine.length > 0 ? machine : ["credentials"];
}

/** OAuth 2 of which nothing says that machines use it. */
function hasPeopleOAuth(statements: readonly Requirement[]): boolean {
  return statements.some(
    ({ text }) =>
      CODE.test(text) || PROVIDER.test(text) || (OAUTH.test(text) && !CREDENTIALS.test(text)),
  );
}

function askedForPeople(
  statements: readonly Requirement[],
  cite: AcceptedLinks["cite"],
): readonly string[] {
  return cite(
    statements
      .filter(({ text }) => OAUTH.test(text) && !CREDENTIALS.test(text))
      .map(({ id }) => id),
  );
}

/** What is said of access and of no mechanism in particular is cited by the last of them. */
function withRest(
  mechanisms: readonly Mechanism[],
  { cite }: AcceptedLinks,
  reading: RequirementsReading,
): readonly Mechanism[] {
  const cited = new Set(mechanisms.flatMap(({ requirements }) => requirements));
  const here = inScope(reading).filter(
    (requirement) => requirementOwner(requirement, reading) === "access",
  );
  const rest = cite(here.map(({ id }) => id)).filter((id) => !cited.has(id));
  return mechanisms.map((mechanism, i) =>
    i === mechanisms.length - 1
      ? { ...mechanism, requirements: [...mechanism.requirements, ...rest] }
      : mechanism,
  );
}

function signatures(
  audiences: readonly Audience[],
  asked: (pattern: RegExp) => readonly string[],
): readonly Mechanism[] {
  const requirements = asked(WEBHOOK);
  const receivers = audiences.filter((audience) => kindOfAudience(audience) === "partner");
  if (requirements.length === 0 || receivers.length === 0) return [];
  return [
    {
      id: "webhook-signature",
      name: "Webhook signature",
      kind: "signature",
      audiences: receivers.map(({ id }) => id),
      description:
        "Every outgoing webhook carries an HMAC-SHA256 of its time stamp and body, made with the secret of the endpoint; the receiver compares it in constant time and refuses what is older than 5 minutes.",
      requirements,
    },
  ];
}
