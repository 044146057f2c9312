/**
 * Text from outside must not steer a terminal or a log: control characters become U+FFFD, and so
 * do those that change the direction of what follows. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, "\uFFFD");
}
