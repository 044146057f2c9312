import { createHash } from "node:crypto";

/** SHA-256 of the bytes of a text (UTF-8) or a byte array, in hex. */
export function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
