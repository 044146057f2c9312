import type { Outcome } from "../diagnostics/diagnostic.ts";
import { binaryFile } from "./findings/binary-file.ts";
import { emptyFile } from "./findings/empty-file.ts";
import { invalidUtf8 } from "./findings/invalid-utf-8.ts";
import { tooLarge } from "./findings/too-large.ts";
import { utf16File } from "./findings/utf-16-file.ts";

/** 2 MiB: more than a thousand pages of text. */
const BOUND = 2 * 1024 * 1024;

/** The text of a UTF-8 file, its byte order mark removed; one finding where it has none. */
export function decodeText(path: string, bytes: Uint8Array): Outcome<string> {
  const artifact = { artifact: { path } };
  if (bytes.length > BOUND) {
    const report = tooLarge("package", { path, bytes: bytes.length, bound: BOUND }, artifact);
    return { diagnostics: [report] };
  }
  if (isUtf16(bytes)) return { diagnostics: [utf16File("package", { path }, artifact)] };
  if (isBinary(bytes)) return { diagnostics: [binaryFile("package", { path }, artifact)] };
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const offset = firstBadByte(bytes);
    return { diagnostics: [invalidUtf8("package", { path, offset }, artifact)] };
  }
  if (text.trim() === "") return { diagnostics: [emptyFile("package", { path }, artifact)] };
  return { value: text, diagnostics: [] };
}

/** A byte order mark, or Latin text in which every second byte is zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4) return false;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  return (even === 0 && odd > half * 0.7) || (odd === 0 && even > half * 0.7);
}

function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  return controls > bytes.length / 20;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The length of the longest prefix that decodes; a sequence cut off at its end is no error. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low - cutOff(bytes.subarray(0, low));
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Bytes of an unfinished sequence at the end. */
function cutOff(bytes: Uint8Array): number {
  for (let back = 0; back < Math.min(4, bytes.length); back++) {
    if (decodeUtf8(bytes.subarray(0, bytes.length - back)) !== undefined) return back;
  }
  return 0;
}
