/** Larger answers are not parsed. */
const MAXIMUM_LENGTH = 4_000_000;

/**
 * The JSON object in an answer: the whole text, or the one in a fence, or what stands between the
 * first and the last brace. Nothing where there is none.
 */
export function extractJson(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.length > MAXIMUM_LENGTH) return undefined;
  const fenced = /```(?:json)?[ \t]*\r?\n([\s\S]*?)\r?\n[ \t]*```/i.exec(text)?.[1];
  const braced = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
  for (const candidate of [text, fenced, braced]) {
    const value = candidate === undefined ? undefined : parseObject(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return value as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
