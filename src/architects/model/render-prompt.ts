/** Fills the placeholders of a prompt. A placeholder without a value is a bug and throws. */
export async function renderPrompt(
  template: string,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { Liquid } = await import("liquidjs");
  const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true });
  const text: unknown = await engine.parseAndRender(template, { ...values });
  return String(text).trim();
}
