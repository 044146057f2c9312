import type { ContextDesign, Design, Operation } from "../../../design/design.ts";

/** An operation with the context that owns it. */
export interface OwnedOperation {
  readonly context: ContextDesign;
  readonly operation: Operation;
  readonly subject: string;
}

/** All operations, in document order. */
export function operationsOf(design: Design): readonly OwnedOperation[] {
  return design.contexts.flatMap((context) =>
    context.operations.map((operation) => ({
      context,
      operation,
      subject: `${context.context}/operation/${operation.id}`,
    })),
  );
}
