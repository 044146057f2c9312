/** A document that is about to be broken. */
// oxlint-disable-next-line typescript/no-explicit-any -- documents are broken in ways no type allows
export type Broken = any;

/** One kind of defect. The list was written before the checks that look for them. */
export interface Fault {
  readonly name: string;
  /** Pointers at or near which a finding counts. */
  readonly at: readonly string[];
  /** Both where it is left out. */
  readonly version?: "3.0" | "3.1";
  /** The document of one context where it is left out. */
  readonly document?: "lending" | "gateway";
  /** Breaks a clean document in one place. */
  inject(root: Broken): void;
}
