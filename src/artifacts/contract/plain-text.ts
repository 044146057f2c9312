/** Text of the Design for a title: no markup is read there, but some pages put it out as it is. */
export function plainText(text: string): string {
  return text
    .replace(/<(?=[a-z/!?])/gi, "< ")
    .replace(/\beval\(/gi, (call) => `${call.slice(0, -1)} (`);
}
