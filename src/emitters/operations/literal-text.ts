/** A text that Prometheus shows as it is: annotations are Go templates, which start with `{{`. */
export function literalText(text: string): string {
  return text.replaceAll("{{", '{{ "{{" }}');
}
