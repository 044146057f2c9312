/** What is wrong at a place of an artifact. */
export interface Problem {
  readonly tokens: readonly (string | number)[];
  readonly problem: string;
}
