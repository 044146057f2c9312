import { redactSecrets } from "./redact-secrets.ts";

/**
 * A value as JSON that can stand between two tags of a prompt: no `<` in it, so that nothing in
 * the data can close the tag, and no key that somebody left in a document.
 */
export function asData(value: unknown): string {
  return redactSecrets(JSON.stringify(value)).replaceAll("<", "\\u003c");
}
