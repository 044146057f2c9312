/** The JSON Pointer of a URI fragment (RFC 6901 §6): `#/paths/~1orders`. */
export function fromFragment(fragment: string): string {
  const pointer = fragment.replace(/^#/, "").replace(/\/$/, "");
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
