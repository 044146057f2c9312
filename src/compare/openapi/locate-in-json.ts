import { fromPointer } from "../../util/json-pointer.ts";
import type { TextPosition } from "./spec-document.ts";

interface Wanted {
  readonly children: Map<string, Wanted>;
  readonly pointers: string[];
}

/**
 * Where the values of JSON Pointers stand in a JSON text that parses. One pass that goes into
 * what is asked for only, since a syntax tree of a document of 10 MB takes a gigabyte.
 */
export function locateInJson(
  text: string,
  pointers: Iterable<string>,
): ReadonlyMap<string, TextPosition> {
  const root = wantedTree(pointers);
  const offsets = new Map<string, number>();
  let at = 0;

  function skipSpace(): void {
    while (isSpace(text.charCodeAt(at))) at++;
  }
  function skipString(): void {
    for (at = text.indexOf('"', at + 1); at >= 0; at = text.indexOf('"', at + 1)) {
      let slashes = 0;
      while (text[at - 1 - slashes] === "\\") slashes++;
      if (slashes % 2 === 0) break;
    }
    at = at < 0 ? text.length : at + 1;
  }
  function readString(): string {
    const start = at;
    skipString();
    return text.slice(start, at);
  }
  /** Over a value that nobody asks for. */
  function skipValue(): void {
    let depth = 0;
    for (; at < text.length;) {
      const character = text[at];
      if (character === '"') skipString();
      else if (character === "{" || character === "[") [depth, at] = [depth + 1, at + 1];
      else if (character === "}" || character === "]") {
        // The end of what is around it.
        if (depth === 0) return;
        [depth, at] = [depth - 1, at + 1];
      } else if (character === "," && depth === 0) return;
      else {
        at++;
        continue;
      }
      if (depth === 0) return;
    }
  }
  /** Where a value is missing, that around it is the place. */
  function mark(wanted: Wanted, offset: number): void {
    const open = [wanted];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const pointer of next.pointers) offsets.set(pointer, offset);
      open.push(...next.children.values());
    }
  }
  function visit(wanted: Wanted): void {
    skipSpace();
    const start = at;
    mark(wanted, start);
    const opening = text[at];
    if (wanted.children.size === 0 || (opening !== "{" && opening !== "[")) return skipValue();
    at++;
    for (let index = 0; at < text.length; index++) {
      skipSpace();
      if (text[at] === "}" || text[at] === "]") {
        at++;
        return;
      }
      let key = String(index);
      const keyAt = at;
      if (opening === "{") {
        key = String(JSON.parse(readString()));
        skipSpace();
        at++;
        skipSpace();
      }
      const child = wanted.children.get(key);
      if (child === undefined) skipValue();
      else {
        visit(child);
        // The line of the key is what a person looks for.
        for (const pointer of child.pointers) offsets.set(pointer, keyAt);
      }
      skipSpace();
      if (text[at] === ",") at++;
    }
  }

  visit(root);
  return positionsOf(text, offsets);
}

/** The white space of JSON (RFC 8259, 2). */
function isSpace(character: number): boolean {
  return character === 32 || character === 10 || character === 13 || character === 9;
}

function wantedTree(pointers: Iterable<string>): Wanted {
  const root: Wanted = { children: new Map(), pointers: [] };
  for (const pointer of pointers) {
    let node = root;
    for (const token of fromPointer(pointer)) {
      const next: Wanted = node.children.get(token) ?? { children: new Map(), pointers: [] };
      node.children.set(token, next);
      node = next;
    }
    node.pointers.push(pointer);
  }
  return root;
}

function positionsOf(
  text: string,
  offsets: ReadonlyMap<string, number>,
): ReadonlyMap<string, TextPosition> {
  const positions = new Map<string, TextPosition>();
  let [line, start] = [1, 0];
  for (const [pointer, offset] of [...offsets].sort(([, a], [, b]) => a - b)) {
    for (let end = text.indexOf("\n", start); end >= 0 && end < offset;) {
      line++;
      start = end + 1;
      end = text.indexOf("\n", start);
    }
    positions.set(pointer, { line, column: offset - start + 1 });
  }
  return positions;
}
