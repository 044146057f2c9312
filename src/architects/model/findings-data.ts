import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isAtLeast } from "../../diagnostics/severity.ts";
import { toKebab } from "../../util/naming.ts";
import { asData } from "./as-data.ts";
import { joinMessages } from "./join-messages.ts";

const MAXIMUM_FINDINGS = 60;
const MAXIMUM_LENGTH = 600;

/** What a model can act on: worst first, what one element lacks for one reason as one. */
export function findingsData(findings: readonly Diagnostic[]): string {
  const worst = [
    ...findings.filter(({ severity }) => severity === "error"),
    ...findings.filter(({ severity }) => severity === "warning"),
    ...findings.filter(({ severity }) => !isAtLeast(severity, "warning")),
  ];
  const causes = [...Map.groupBy(worst, causeOf).values()];
  const shown = causes.slice(0, MAXIMUM_FINDINGS).flatMap(describeCause);
  const left = causes.length - shown.length;
  return asData(left === 0 ? shown : [...shown, { message: `and ${left} more of these` }]);
}

/** The same thing to do, at the same place, for the same rule. */
function causeOf({ code, severity, subject, fix, requirement }: Diagnostic): string {
  return JSON.stringify([code, severity, subject, fix, requirement]);
}

function describeCause(findings: readonly Diagnostic[]): readonly unknown[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { code, severity, subject, fix, requirement } = first;
  const messages = [...new Set(findings.map(({ message }) => withoutEchoes(message)))];
  return [
    {
      code,
      severity,
      subject,
      message: joinMessages(messages).slice(0, MAXIMUM_LENGTH),
      fix: fix && withoutEchoes(fix).slice(0, MAXIMUM_LENGTH),
      requirement,
    },
  ];
}

/** `Order line (order-line)` is `Order line`: an id that only repeats the name says nothing. */
function withoutEchoes(text: string): string {
  return text.replace(/ \(([a-z][a-z0-9-]*)\)/g, (whole, id: string, at: number) => {
    const words = text.slice(0, at).split(" ").slice(-id.split("-").length);
    const isEcho = words.some((_, from) => toKebab(words.slice(from).join(" ")) === id);
    return isEcho ? "" : whole;
  });
}
