import { visibleText } from "./safe-label.ts";

/**
 * The text, or its first sentence, where one of them fits; `undefined` otherwise, because half a
 * sentence on a picture says less than none.
 */
export function shortText(text: string, longest: number): string | undefined {
  const whole = visibleText(text).replace(/\.$/u, "");
  if (Array.from(whole).length <= longest) return whole;
  const sentence = /^.+?[^.](?=\. )/u.exec(whole)?.[0];
  return sentence !== undefined && Array.from(sentence).length <= longest ? sentence : undefined;
}
