/**
 * Text of the Design as CommonMark for a description (OAS §4.6): it may hold anything, so nothing in
 * it starts HTML or a script in a page that renders it.
 */
export function markdownText(text: string): string {
  return text
    .replace(/<(?=[a-z/!?])/gi, "&lt;")
    .replace(/(javascript|vbscript|data):/gi, "$1&#58;")
    .replace(/\beval\(/gi, (call) => `${call.slice(0, -1)}&#40;`);
}
