/** How long the texts are that a whole pattern matches; the most may be infinite. */
export interface PatternLength {
  readonly least: number;
  readonly most: number;
}

const ONE: PatternLength = { least: 1, most: 1 };
const NONE: PatternLength = { least: 0, most: 0 };

/**
 * The lengths that a regular expression from ^ to $ allows, `undefined` where it is open at an end
 * or holds what this cannot count (assertions, references to groups).
 */
export function patternLength(pattern: string): PatternLength | undefined {
  const inside = /^\^(?<inside>.*)\$$/s.exec(pattern)?.groups?.["inside"];
  if (inside === undefined || /\\[bBkpP1-9]|\(\?(?!:)|[\^$](?![^[\]]*\])/.test(inside))
    return undefined;
  let at = 0;

  function alternatives(): PatternLength | undefined {
    let all: PatternLength | undefined = sequence();
    while (all !== undefined && inside?.[at] === "|") {
      at++;
      const next = sequence();
      if (next === undefined) return undefined;
      all = { least: Math.min(all.least, next.least), most: Math.max(all.most, next.most) };
    }
    return all;
  }

  function sequence(): PatternLength | undefined {
    let sum = NONE;
    while (at < (inside?.length ?? 0) && inside?.[at] !== "|" && inside?.[at] !== ")") {
      const part = repeated();
      if (part === undefined) return undefined;
      sum = { least: sum.least + part.least, most: sum.most + part.most };
    }
    return sum;
  }

  function repeated(): PatternLength | undefined {
    const part = atom();
    if (part === undefined) return undefined;
    const quantifier = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(inside?.slice(at) ?? "");
    if (quantifier === null) return part;
    const [text, low, comma, high] = quantifier;
    at += text.length;
    const least = low === undefined ? (text.startsWith("+") ? 1 : 0) : Number(low);
    const most = mostOf(text, low, comma, high);
    return { least: part.least * least, most: part.most === 0 ? 0 : part.most * most };
  }

  function atom(): PatternLength | undefined {
    const rest = inside?.slice(at) ?? "";
    const group = /^\((?:\?:)?/.exec(rest)?.[0];
    if (group !== undefined) {
      at += group.length;
      const all = alternatives();
      if (inside?.[at] !== ")") return undefined;
      at++;
      return all;
    }
    const single =
      /^(?:\[\^?\]?(?:\\.|[^\]\\])*\]|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^[\]\\()|*+?{}])/su.exec(
        rest,
      );
    if (single === null) return undefined;
    at += single[0].length;
    return ONE;
  }

  const length = alternatives();
  return at === inside.length ? length : undefined;
}

function mostOf(text: string, low?: string, comma?: string, high?: string): number {
  if (low === undefined) return text.startsWith("?") ? 1 : Infinity;
  if (comma === undefined) return Number(low);
  return high === "" || high === undefined ? Infinity : Number(high);
}
