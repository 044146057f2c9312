import { toPointer } from "../../../util/json-pointer.ts";

/** A text of a document and where it stands. */
export interface TextVisit {
  readonly text: string;
  readonly pointer: string;
  /** Whether it is data that shows what a value looks like. */
  readonly isExample: boolean;
}

const EXAMPLES = new Set(["example", "examples", "value", "default"]);

/** Every text of a document. */
export function walkTexts(root: unknown): readonly TextVisit[] {
  const found: TextVisit[] = [];
  walk(root, [], false, found);
  return found;
}

function walk(
  value: unknown,
  tokens: readonly string[],
  isExample: boolean,
  found: TextVisit[],
): void {
  if (typeof value === "string") {
    found.push({ text: value, pointer: toPointer(tokens), isExample });
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      walk(item, [...tokens, key], isExample || EXAMPLES.has(key), found);
    }
  }
}
