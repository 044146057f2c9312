import { Option } from "commander";

/** An option that takes one of a few values. */
export function choices(flags: string, description: string, values: readonly string[]): Option {
  return new Option(flags, description).choices(values);
}
