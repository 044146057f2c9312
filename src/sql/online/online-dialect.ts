import type { AlteringDialect } from "../dialects/dialect.ts";
import type { Column } from "../relational-model.ts";

/** What the planner of online changes needs of PostgreSQL's dialect besides its statements. */
export interface OnlineDialect extends AlteringDialect {
  /** An expression of one column's type as one of another's; fails where a value does not fit. */
  convert(expression: string, from: Column, to: Column): string;
}
