import { Document, Scalar, visit } from "yaml";
import type { SpecialForms, SpecialStrings } from "./block-yaml.ts";
import { blockYaml, specialStrings } from "./block-yaml.ts";

/** Characters that some parser takes for a line break, drops, or may not read raw (YAML 1.1 and 1.2, §5.1). */
const DELICATE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[^\P{Cc}\n\t]/u;

/**
 * The one YAML form of JSON data: keys in the given order, no anchors, no folding, and every string
 * quoted that a parser of YAML 1.1 or 1.2 would take for something else (`no`, `2026-01-15`, `1e3`).
 */
export function yamlText(value: unknown): string {
  // Nearly all of a contract is plain, and the library takes as long for that as for the rest.
  const special = specialStrings(value);
  const forms = special && specialForms(special);
  return forms === undefined ? yamlTextOfLibrary(value) : blockYaml(value, forms);
}

/** The same text in all by the library: slower, for data that are not one block of lines. */
export function yamlTextOfLibrary(value: unknown): string {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    compat: "yaml-1.1",
    version: "1.2",
  });
  visit(document, {
    Scalar(_, node) {
      // JSON has one zero.
      if (Object.is(node.value, -0)) node.value = 0;
      if (typeof node.value !== "string") return;
      const text = node.value.toWellFormed();
      node.value = text;
      const isDelicate = DELICATE.test(text) || /^[ \t\n]|[ \t]\n|[ \t\n]$/.test(text);
      if (isDelicate || looksLikeNumber(text)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 }).replace(new RegExp(DELICATE, "gu"), escape);
}

/** Asks the library once for all: as items of a list and keys of a map. */
function specialForms({ values, keys }: SpecialStrings): SpecialForms | undefined {
  const items = listed(values, /^- /m, (list) => yamlTextOfLibrary(list));
  const names = listed(keys, /^/m, (list) =>
    yamlTextOfLibrary(new Map(list.map((key) => [key, 0]))),
  );
  if (items?.size !== values.size || names?.size !== keys.size) return undefined;
  const forms = [...names.values()];
  if (!forms.every((form) => form.endsWith(": 0") && !form.startsWith("? "))) return undefined;
  return {
    values: items,
    keys: new Map([...names].map(([key, form]) => [key, form.slice(0, -": 0".length)])),
  };
}

function listed(
  strings: ReadonlySet<string>,
  start: RegExp,
  toText: (strings: readonly string[]) => string,
): ReadonlyMap<string, string> | undefined {
  if (strings.size === 0) return new Map();
  const list = [...strings];
  const text = toText(list);
  const parts = text
    .replace(/\n$/, "")
    .split(start)
    .filter((part) => part !== "");
  if (parts.length !== list.length) return undefined;
  return new Map(list.map((string, index) => [string, (parts[index] ?? "").replace(/\n$/, "")]));
}

/** Sexagesimal and octal numbers, `1_000`, and what a spreadsheet of parsers disagrees about. */
function looksLikeNumber(text: string): boolean {
  return /^[-+.]?[0-9][0-9_.,:xobea-f+-]*$/i.test(text);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
