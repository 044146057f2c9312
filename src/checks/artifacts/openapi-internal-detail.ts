import { toCamel } from "../../util/naming.ts";
import { toPointer } from "../../util/json-pointer.ts";
import type { Design } from "../../design/design.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { internalDetail } from "./openapi/internal-detail.ts";
import { recordOf } from "./openapi/record-of.ts";
import { walkSchemas } from "./openapi/walk-schemas.ts";
import { walkTexts } from "./openapi/walk-texts.ts";

/** What a server says about its own inside (CWE-209), and addresses that only the inside reaches. */
const DETAILS: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    "an address of the inside",
    /\b[a-z0-9-]+\.(?:[a-z0-9-]+\.)*(?:internal|intranet|corp|lan)(?=[:/]|$)|\.svc(?:\.cluster\.local)\b|\/\/(?:localhost|127\.0\.0\.1|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)\b/i,
  ],
  [
    "a stack trace",
    /\n\s+at \S+ ?\(?\S+:\d+(?::\d+)?\)?|Traceback \(most recent call last\)|\bat [\w.$]+\(\w+\.java:\d+\)/,
  ],
  [
    "an error of a database",
    /\bSQLSTATE\b|\bORA-\d{5}\b|\bER_[A-Z_]{4,}\b|syntax error at or near/,
  ],
];

/** Members of problems (RFC 9457 §3) and of pages: they hold what they say, whatever a field is called. */
const ENVELOPE =
  "type title status detail instance errors pointer parameter traceId items total nextCursor".split(
    " ",
  );

/** What is nobody's business outside: hosts, traces, secrets that no schema of the Design gives out. */
export const openapiInternalDetailCheck: ArtifactCheck = checkDocuments(
  internalDetail,
  ({ root }, { design }) => {
    const secrets = secretNames(design);
    return [
      ...walkTexts(root).flatMap(({ text, pointer }) =>
        DETAILS.filter(([, pattern]) => pattern.test(text)).map(([what]) => ({
          pointer,
          problem: `it holds ${what}`,
        })),
      ),
      ...walkSchemas(root).flatMap(({ schema, pointer }) =>
        Object.entries(recordOf(schema["properties"]))
          .filter(([name, value]) => secrets.has(name) && recordOf(value)["writeOnly"] !== true)
          .map(([name]) => ({
            pointer: `${pointer}${toPointer(["properties", name])}`,
            problem: `${name} is a secret, and no schema of the Design gives it out`,
          })),
      ),
    ];
  },
);

/** Every document of a package asks the same of the same Design. */
const cache = new WeakMap<Design, ReadonlySet<string>>();

/** Names of secrets only: another entity may call something harmless the same. */
function secretNames(design: Design): ReadonlySet<string> {
  const known = cache.get(design);
  if (known !== undefined) return known;
  const harmless = new Set([...ENVELOPE, ...design.contexts.flatMap(namesGivenOut)]);
  const secrets = new Set(
    design.contexts
      .flatMap(({ entities }) => entities.flatMap(({ fields }) => fields))
      .filter(({ classification }) => classification === "secret")
      .map(({ name }) => toCamel(name))
      .filter((name) => !harmless.has(name)),
  );
  cache.set(design, secrets);
  return secrets;
}

function namesGivenOut({ entities, schemas, operations }: Design["contexts"][number]) {
  const fields = entities.flatMap((entity) => entity.fields);
  const open = fields.filter(({ classification }) => classification !== "secret");
  const namesById = new Map<string, Set<string>>();
  for (const { id, name } of fields) {
    namesById.set(id, (namesById.get(id) ?? new Set()).add(toCamel(name)));
  }
  const said = [...schemas, ...operations.map(({ parameters }) => ({ properties: parameters }))];
  const named = said.flatMap(({ properties }) =>
    properties.flatMap(({ id, name, field }) => [
      name ?? toCamel(id),
      ...(field === undefined ? [] : (namesById.get(field) ?? [])),
    ]),
  );
  return [...open.map(({ name }) => toCamel(name)), ...named];
}
