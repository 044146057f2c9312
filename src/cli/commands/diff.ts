import { withoutUndefined } from "../../util/without-undefined.ts";
import type { CommandDefinition } from "../command.ts";

const EXAMPLES = `
Examples:
  $ groundplan diff origin/main               every package, as it was there and as it is here
  $ groundplan diff main:output/marketplace   one package
  $ groundplan diff output/marketplace        what changed since the last commit
  $ groundplan diff v1.yaml v2.yaml           two OpenAPI documents
  $ groundplan diff origin/main --format markdown > comment.md

Paths start from the working folder. Git is only read; the working tree stays as it is.

A change that is meant is approved in groundplan.approvals.json, which is committed:
  {"approvals": [{"code": "api/operation-removed", "subject": "orders/operation/old", "reason": "…"}],
   "severities": {"api/property-removed": "error"}}
`;

/** `groundplan diff`: what breaks for clients, and what is dangerous for the data? */
export const defineDiff: CommandDefinition = (program, context) => {
  program
    .command("diff")
    .summary("review a change: what breaks for clients, what is dangerous for the data")
    .description(
      "Compares two packages, two design folders or two OpenAPI documents (3.0 to 3.2, JSON or YAML), here or at a Git revision: breaking changes of the APIs, steps of migrations that lose data or stop the running version, events, permissions.",
    )
    .argument("<base>", "package, design folder, OpenAPI document, revision, or revision:path")
    .argument("[head]", "what it became (default: what is in the working folder)")
    .addHelpText("after", EXAMPLES)
    .action(async (base: string, head: string | undefined) => {
      const { host, finish } = context();
      const { diff } = await import("../../pipeline/diff.ts");
      finish(await diff({ base, ...withoutUndefined({ head }) }, host));
    });
};
