import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { personalExample } from "./openapi/personal-example.ts";
import { walkTexts } from "./openapi/walk-texts.ts";

/** Reserved for documents (RFC 2606, RFC 6761). */
const RESERVED = /(?:^|[.@])(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost)$/i;
const ADDRESS = /[a-z0-9._%+-]+@(?<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/gi;

const TELEPHONE = /^\+[1-9][0-9 ().-]{6,18}$/;
/** Kept free for stories: 555-01xx, and what Ofcom and the Bundesnetzagentur keep. */
const FICTION = [
  /^1\d{3}55501\d\d$/,
  /^44(?:1632960\d{3}|7700900\d{3}|2079460\d{3}|1\d{2}4960\d{3})$/,
  /^49(?:3023125\d{3}|6990009\d{3}|4066969\d{3}|22147\d{5}|8999998\d{3}|152288173\d+|17139200\d+)$/,
  /^1555\d{7}$|^\d{1,3}555\d{4,8}$/,
];

const KEYS =
  /\b(?:sk|rk)_live_[0-9A-Za-z]{10,}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[0-9A-Za-z]{30,}|\bxox[abpr]-[0-9A-Za-z-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAIza[0-9A-Za-z_-]{35}\b/;

/** Data in a document that may be somebody's: documents are read by everybody. */
export const openapiPersonalExampleCheck: ArtifactCheck = checkDocuments(
  personalExample,
  ({ root }) =>
    walkTexts(root).flatMap(({ text, pointer, isExample }) => {
      const problem = problemOf(text, isExample);
      return problem === undefined ? [] : [{ pointer, problem }];
    }),
);

function problemOf(text: string, isExample: boolean): string | undefined {
  if (KEYS.test(text)) return "it holds what looks like a key that works";
  if (!isExample) return undefined;
  for (const { groups } of text.matchAll(ADDRESS)) {
    const host = groups?.["host"] ?? "";
    if (!RESERVED.test(host)) {
      return `an example has an address at ${host}, which may be somebody's: use example.com`;
    }
  }
  const digits = text.replace(/[^0-9]/g, "");
  return TELEPHONE.test(text) && !FICTION.some((range) => range.test(digits))
    ? "an example has a telephone number that may be somebody's: use one with 555 01"
    : undefined;
}
