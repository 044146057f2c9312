/** Where a label stands: between double quotes in a flowchart, or anywhere else. */
export type LabelSlot = "quoted" | "bare";

const LONGEST = 120;

/** Control, zero-width and bidirectional characters: none of them may steer a reader or a parser. */
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu;

/** Half of a surrogate pair, which no encoder can write. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** Characters that Mermaid puts in place of entities before it parses. */
const ENTITY_MARKERS = /[ﬂ¶]/gu;

/** What means something in a quoted label: quotes, markup, entities, directives, KaTeX, URLs, icons. */
const SPECIAL_QUOTED = /["#&<>;\\$`%:]/gu;

/** The same for sequence, entity-relationship and state diagrams, where punctuation ends a text. */
const SPECIAL_BARE = /["#&<>;\\$`%*_~@:]/gu;

/**
 * A text as a Mermaid label that shows exactly that text: what the grammar could read as its own
 * becomes a numeric entity (`#34;`). A text longer than `longest` is cut at the end; an empty one
 * becomes a dash, because an empty label is a syntax error in some diagrams.
 */
export function safeLabel(text: string, slot: LabelSlot, longest = LONGEST): string {
  const plain = visibleText(text);
  const characters = Array.from(plain);
  const kept =
    characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : plain;
  if (kept === "") return "–";
  const special = slot === "quoted" ? SPECIAL_QUOTED : SPECIAL_BARE;
  return unlisted(kept.replace(special, (character) => `#${character.codePointAt(0)};`));
}

/**
 * What of a text a label may show: one line, without invisible characters. `$$`, `\n` and
 * `fa:fa-` become look-alikes: Mermaid looks for formulas, breaks and icons after the entities.
 */
export function visibleText(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, " ")
    .replace(LONE_SURROGATE, "�")
    .replace(ENTITY_MARKERS, (marker) => (marker === "ﬂ" ? "fl" : "§"))
    .replace(/\\(?=n)/gu, "＼")
    .replace(/(?<=\bfa[a-z]{0,2}):(?=fa)/gu, "∶")
    .replace(/\${2,}/gu, (dollars) => "＄".repeat(dollars.length))
    .replace(/\s+/gu, " ")
    .trim();
}

/** Keeps the start of a text from being read as a Markdown list, heading or rule. */
function unlisted(label: string): string {
  return label
    .replace(/^([-+*=])(?=[ =+*-]|$)/u, (mark) => `#${mark.codePointAt(0)};`)
    .replace(/^(\d+)([.)])(?= |$)/u, (_, digits: string, mark: string) => {
      return `${digits}#${mark.codePointAt(0)};`;
    });
}
