import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/**
 * Finds the line, counted from 1, on which a value stands in the text of a stored document; that of
 * the nearest value around it where it is missing.
 */
export function createLineFinder(text: string): (tokens: readonly (string | number)[]) => number {
  const counter = new LineCounter();
  const tree = parseDocument(text, { lineCounter: counter, uniqueKeys: false });
  return function lineOf(tokens) {
    for (let length = tokens.length; length >= 0; length--) {
      const node: unknown = tree.getIn(tokens.slice(0, length), true);
      if ((isScalar(node) || isMap(node) || isSeq(node)) && node.range) {
        return counter.linePos(node.range[0]).line;
      }
    }
    return 1;
  };
}
