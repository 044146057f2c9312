import type { z } from "zod";
import { toPointer } from "../../../util/json-pointer.ts";
import type { Problem } from "./problem.ts";

type Tokens = Problem["tokens"];
type Issue = z.core.$ZodIssue;

/** Where data is not what a schema asks for, in words. */
export function shapeProblems(schema: z.ZodType, data: unknown, base: Tokens): readonly Problem[] {
  const { error } = schema.safeParse(data);
  return (error?.issues ?? [])
    .flatMap((issue) => innermost(issue, []))
    .map(({ tokens, message }) => {
      const place = tokens.length === 0 ? "it" : toPointer(tokens);
      return { tokens: [...base, ...tokens], problem: `${place}: ${message}` };
    });
}

/** Of alternatives, the one that fits best: it is what was meant. */
function innermost(
  issue: Issue,
  outer: Tokens,
): readonly { readonly tokens: Tokens; readonly message: string }[] {
  const path = issue.path.map((token) => (typeof token === "symbol" ? String(token) : token));
  const tokens = [...outer, ...path];
  const [best] =
    issue.code === "invalid_union" ? issue.errors.toSorted((a, b) => a.length - b.length) : [];
  if (best === undefined) return [{ tokens, message: inWords(issue.message) }];
  return best.flatMap((inner) => innermost(inner, tokens));
}

function inWords(message: string): string {
  return message.endsWith("received undefined") ? "is missing" : message;
}
