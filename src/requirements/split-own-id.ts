/** A statement whose document numbered it. */
export interface OwnId {
  /** As written: `FR-UM-001`. */
  readonly written: string;
  /** The text behind the id. */
  readonly rest: string;
}

/** Letters, then groups, then a number: `FR-UM-001`, `US12`, `REQ-1.2`, `NFR_3`. */
const ID =
  "[A-Z][A-Za-z]{0,11}(?:[-_.][A-Za-z][A-Za-z0-9]{0,15}){0,4}[-_. ]?\\d{1,6}(?:[.-]\\d{1,4}){0,3}[a-z]?";
const LEADING = new RegExp(`^[\\[(#]?(${ID})[\\])]?\\s*(?:[:.)–—|-]\\s+|[:–—]\\s*|\\]\\s*|$)`);
/** "FR-1.1 A rider shall …": without a sign behind it, only what cannot be a name. */
const SPACED =
  /^((?:N?FR|N?FUNC?|BR|UR|SR|US|UC|REQ|RQ|AC|DR|IR|QR|TR|SEC|PERF|RULE)(?:[-_][A-Z]{1,6})?[-_ ]?\d{1,4}(?:[.-]\d{1,4}){0,3}[a-z]?)\s+(?=["“]?\p{Lu}\p{L}*[\s,])/u;
const BARE = new RegExp(`^${ID}$`);
/** Written like an id, and none: versions, standards, formats, quarters and steps. */
const NO_ID =
  /^(?:(?:HTTP|TLS|OAuth|SHA|MD|UTF|ISO|RFC|IPv|HTML|CSS|ES|C|V|v|Java|PostgreSQL|Python|Node|PHP|MySQL|Base|EC|S|Phase|Step|Part|Section|Chapter|Version|Release|Sprint|Week|Month|Day|Year|Level|Tier|Option|Figure|Table|Appendix|Page|Top|Q|H|p|P)[-_. ]?\d)/;

/** Splits `**FR-019**: System MUST …` into id and statement. */
export function splitOwnId(text: string): OwnId | undefined {
  const match = LEADING.exec(text) ?? SPACED.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined || !isOwnId(written)) return undefined;
  return { written, rest: text.slice(match[0].length).trim() };
}

/** Whether a table cell or code holds nothing but an id. */
export function isOwnId(text: string): boolean {
  return BARE.test(text) && !NO_ID.test(text);
}
