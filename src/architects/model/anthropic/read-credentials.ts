import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import { badBaseUrl } from "../findings/bad-base-url.ts";
import { noKey } from "../findings/no-key.ts";

/** How to reach the server, and as whom. */
export interface Credentials {
  /** What is sent as bearer token. */
  readonly secret: { readonly kind: "api-key" | "auth-token"; readonly value: string };
  readonly baseUrl: string;
}

const DEFAULT_BASE_URL = "https://api.anthropic.com";

/**
 * The credentials that the environment states. Nothing else is ever used: no login that another
 * program left on the disk.
 */
export function readCredentials(
  env: Readonly<Record<string, string | undefined>>,
): Outcome<Credentials> {
  const apiKey = env["ANTHROPIC_API_KEY"]?.trim() ?? "";
  const authToken = env["ANTHROPIC_AUTH_TOKEN"]?.trim() ?? "";
  const baseUrl = env["ANTHROPIC_BASE_URL"]?.trim() || DEFAULT_BASE_URL;
  if (apiKey === "" && authToken === "") return { diagnostics: [noKey("package", {})] };
  if (!isServer(baseUrl)) return { diagnostics: [badBaseUrl("package", {})] };
  const kind = apiKey === "" ? "auth-token" : "api-key";
  const value = apiKey === "" ? authToken : apiKey;
  return { value: { secret: { kind, value }, baseUrl }, diagnostics: [] };
}

function isServer(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return url.username === "" && url.password === "";
}
