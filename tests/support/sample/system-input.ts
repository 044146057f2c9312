import type { z } from "zod";
import type { contextDesignSchema } from "../../../src/design/schema/context-design.ts";
import type { systemSchema } from "../../../src/design/schema/system.ts";

/** The system document as it may be written: what has a default may be left out. */
export type SystemInput = z.input<typeof systemSchema>;

/** The document of a context as it may be written. */
export type ContextInput = z.input<typeof contextDesignSchema>;
