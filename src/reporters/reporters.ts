import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { pretty } from "./pretty.ts";
import type { Reporter } from "./reporter.ts";
import { sarif } from "./sarif.ts";

/** By the name that `--format` takes. */
export const reporters = {
  pretty,
  json,
  github,
  markdown,
  sarif,
  junit,
} as const satisfies Record<string, Reporter>;

export type Format = keyof typeof reporters;
