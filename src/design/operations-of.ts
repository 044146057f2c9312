import type { ContextDesign, Design, Operation } from "./design.ts";

/** An operation with the context that owns it. */
export interface OwnedOperation {
  readonly context: ContextDesign;
  readonly operation: Operation;
  /** `orders/place-order`, as the system document names it. */
  readonly key: string;
  readonly subject: string;
}

/** All operations, in document order. */
export function operationsOf(design: Design): readonly OwnedOperation[] {
  return design.contexts.flatMap((context) =>
    context.operations.map((operation) => ({
      context,
      operation,
      key: `${context.context}/${operation.id}`,
      subject: `${context.context}/operation/${operation.id}`,
    })),
  );
}
