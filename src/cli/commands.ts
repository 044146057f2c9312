import type { CommandDefinition } from "./command.ts";
import { defineCheck } from "./commands/check.ts";
import { defineExplain } from "./commands/explain.ts";
import { defineGenerate } from "./commands/generate.ts";
import { defineInit } from "./commands/init.ts";
import { defineLintMigrations } from "./commands/lint-migrations.ts";
import { defineRender } from "./commands/render.ts";
import { defineSchema } from "./commands/schema.ts";

/** Every command, in the order of the help. */
export const commands: readonly CommandDefinition[] = [
  defineGenerate,
  defineRender,
  defineCheck,
  defineLintMigrations,
  defineInit,
  defineSchema,
  defineExplain,
];
