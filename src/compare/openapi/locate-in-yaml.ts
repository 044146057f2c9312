import { isMap, isPair, isScalar, isSeq, type Document, type LineCounter } from "yaml";
import { fromPointer } from "../../util/json-pointer.ts";
import type { TextPosition } from "./spec-document.ts";

/** Where the values of JSON Pointers stand in a YAML document. */
export function locateInYaml(
  document: Document.Parsed,
  counter: LineCounter,
  pointers: Iterable<string>,
): ReadonlyMap<string, TextPosition> {
  const positions = new Map<string, TextPosition>();
  for (const pointer of pointers) {
    const { line, col } = counter.linePos(offsetOf(document.contents, fromPointer(pointer)));
    positions.set(pointer, { line, column: col });
  }
  return positions;
}

function offsetOf(root: unknown, tokens: readonly string[]): number {
  let node = root;
  let offset = startOf(node) ?? 0;
  for (const token of tokens) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === token);
      if (!isPair(pair)) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(token)];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}
