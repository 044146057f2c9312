/** Why an expression cannot stand in a rule, or `undefined`; Prometheus' own grammar reads it. */
export async function promqlProblem(expression: string): Promise<string | undefined> {
  if (/[\p{Cc}\u2028\u2029]/u.test(expression)) return "its expression is not one line of text";
  if (expression.trim() === "") return "its expression is empty";
  const { parser } = await import("@prometheus-io/lezer-promql");
  let place: number | undefined;
  parser.parse(expression).iterate({
    enter({ type, from }) {
      if (type.isError) place ??= from;
      return place === undefined;
    },
  });
  if (place === undefined) return undefined;
  const rest = expression.slice(place, place + 20);
  const where = rest === "" ? "at its end" : `at character ${place + 1}, before "${rest}"`;
  return `its expression is no PromQL ${where}`;
}
