/** The type URI of a problem. A URI is ASCII (RFC 3986 §2), a base in the Design may be more. */
export function problemType(base: string, id: string): string {
  const uri = URL.parse(`${base}${id}`)?.href ?? `about:blank#${id}`;
  return uri.replace(/[^!#$%&'()*+,\-./0-9:;=?@_~a-z]/gi, encodeURIComponent);
}
