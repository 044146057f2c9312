import type { Quantity } from "./quantity.ts";
import { readGrant } from "./read-grant.ts";
import type { RequirementKind } from "./requirement.ts";
import type { Statement } from "./statement.ts";

const TECHNOLOGY =
  /\b(?:built (?:with|using|on|in)|written in|implemented (?:in|with|using)|developed (?:in|with|using)|deployed (?:on|to)|hosted (?:on|in)|runs? on|(?:must|shall|should) (?:use|be compatible with|run on|support)\s+(?:\p{Lu}[\p{L}\d+#.-]*))/u;
const COMPLIANCE =
  /\b(?:GDPR|HIPAA|PCI[- ]?DSS|SOC ?[12]|ISO ?\d{4,5}|CCPA|FERPA|WCAG|ADA|COPPA|PSD2|KYC|compl(?:y|iance|iant)|regulations?)\b/;
const NAMED_STACK =
  /\b(?:PostgreSQL|Postgres|MySQL|MariaDB|MongoDB|SQLite|Redis|Kafka|RabbitMQ|Elasticsearch|OpenSearch|Docker|Kubernetes|Node\.js|Express(?:\.js)?|Spring(?: Boot)?|Django|Flask|FastAPI|Laravel|Rails|\.NET|AWS|Azure|GCP|Google Cloud|TypeScript|Python|Java|Golang|Rust|C\+\+(?:\d\d)?)\b/;
const QUALITY =
  /\b(?:(?<!\b(?:an?|each|every) )performance|scalab\w+|availab(?:le 24|ility)|reliab\w+|responsive(?:ness)?|fast|quick(?:ly)?|usab(?:le|ility)|user[- ]friendly|intuitive|maintainab\w+|encrypt\w*|fault[- ]toleran\w+|high(?:ly)? availab\w+|horizontal(?:ly)?|throughput|latency|uptime|response times?|concurrent|securely|accessib(?:le|ility)|load(?:s)? (?:balanc|of)|backups?|disaster|monitor(?:ing|ed)|audit(?:ed|able)|robust|resilien\w+|degrad\w+|integrity)\b/i;
const BEHAVIOUR =
  /^(?:the system|users?|system|customers?|admins?)?\s*(?:shall|must|should|can)?\s*(?:be able to\s+)?(?:allow|let|enable|display|show|send|create|list|search|filter|record|calculate|notify|export|import|upload|download)\b/i;
const LOAD = new Set(["deadline", "session", "rows", "payload", "retention", "coverage"]);

/** What a statement asks for: behaviour, a quality of it, or a limit on how it is built. */
export function classifyKind(
  statement: Statement,
  quantities: readonly Quantity[],
): RequirementKind {
  const { text, role, form } = statement;
  if (form === "endpoint") return "functional";
  const measured = quantities.some((quantity) => !LOAD.has(quantity.metric));
  if (form === "story") return measured && QUALITY.test(text) ? "quality" : "functional";
  if (
    TECHNOLOGY.test(text) ||
    (COMPLIANCE.test(text) && !measured && readGrant(text) === undefined)
  )
    return "constraint";
  if (role.constraint && !measured) return "constraint";
  if (measured && !doesFirst(text)) return "quality";
  const short = text.split(" ").length <= 14;
  if (
    NAMED_STACK.test(text) &&
    (short || /\b(?:use|using|database|backend|frontend|stack)\b/i.test(text)) &&
    !BEHAVIOUR.test(text)
  )
    return "constraint";
  if (BEHAVIOUR.test(text)) return "functional";
  if (
    role.quality ||
    (QUALITY.test(text) &&
      !/\b(?:register|create|view|manage|browse|search|order|upload)s?\b/i.test(text))
  )
    return "quality";
  return "functional";
}

/** "The system sends an offer; the driver answers within 15 seconds": the number is about the answer. */
function doesFirst(text: string): boolean {
  const [first = "", ...others] = text.split(/;\s+/);
  return others.length > 0 && !/\d/.test(first) && BEHAVIOUR.test(first);
}
