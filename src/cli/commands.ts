import type { CommandDefinition } from "./command.ts";
import { defineCheck } from "./commands/check.ts";
import { defineDiff } from "./commands/diff.ts";
import { defineDocs } from "./commands/docs.ts";
import { defineExplain } from "./commands/explain.ts";
import { defineGenerate } from "./commands/generate.ts";
import { defineInit } from "./commands/init.ts";
import { defineLintMigrations } from "./commands/lint-migrations.ts";
import { definePictures } from "./commands/pictures.ts";
import { defineRender } from "./commands/render.ts";
import { defineSchema } from "./commands/schema.ts";
import { defineShow } from "./commands/show.ts";

/** Every command, in the order of the help. */
export const commands: readonly CommandDefinition[] = [
  defineGenerate,
  defineRender,
  defineCheck,
  defineDiff,
  definePictures,
  defineShow,
  defineLintMigrations,
  defineDocs,
  defineInit,
  defineSchema,
  defineExplain,
];
