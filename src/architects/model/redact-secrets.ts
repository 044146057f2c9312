const KEY = /sk-ant-[A-Za-z0-9_-]{6,}/g;

/** The text without anything that looks like an API key. */
export function redactSecrets(text: string, ...known: readonly (string | undefined)[]): string {
  let clean = text.replace(KEY, "sk-ant-[removed]");
  for (const secret of known) {
    if (secret !== undefined && secret.length >= 8) clean = clean.replaceAll(secret, "[removed]");
  }
  return clean;
}

/** Whether a text holds what looks like an API key. */
export function hasSecret(text: string): boolean {
  return new RegExp(KEY.source).test(text);
}
