import type { Design } from "../../design/design.ts";
import { named } from "./named.ts";

/** One decision record: its file below `docs/decisions/`, and what its template needs. */
export interface DecisionRecord {
  readonly file: string;
  readonly view: object;
}

/** The records in the order of the design; the number is the place in that order. */
export function decisionRecords({ system }: Design): readonly DecisionRecord[] {
  return system.decisions.map((decision, index) => {
    const number = String(index + 1).padStart(4, "0");
    return {
      file: `${number}-${decision.id}.md`,
      view: {
        number,
        ...decision,
        requirements: decision.requirements.map((id) => ({
          id,
          name: named(
            [id],
            system.requirements.map(({ id: known, text }) => ({ id: known, name: text })),
          ),
        })),
      },
    };
  });
}

/** What the template of the list of decisions needs; nothing where none is recorded. */
export function decisionsView(design: Design): object | undefined {
  const { system } = design;
  if (system.decisions.length === 0) return undefined;
  const files = decisionRecords(design).map(({ file }) => file);
  return {
    title: system.title,
    decisions: system.decisions.map(({ name, status, outcome }, index) => ({
      name,
      status,
      outcome,
      file: files[index] ?? "",
    })),
  };
}
