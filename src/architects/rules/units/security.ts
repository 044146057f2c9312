import type { Design, System } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { DraftRequest } from "../../architect.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { citing } from "../citing.ts";
import { textOf } from "../text-of.ts";
import { draftControls, draftThreats } from "./draft-controls.ts";
import { draftPipelines } from "./draft-pipelines.ts";
import { draftRetention } from "./draft-retention.ts";
import { regulations } from "./regulations.ts";
import { unsatisfied } from "./unsatisfied.ts";

type Security = System["security"];
type Level = Security["dataClasses"][number]["level"];

const HANDLING: Readonly<Record<Level, string>> = {
  public: "May be shown to anybody and cached anywhere.",
  internal: "Shown to signed-in callers who need it; not in logs of third parties.",
  personal:
    "Shown to the person and to roles that need it; left out of logs and analytics; erased on request.",
  sensitive: "As personal, and every read is logged; encrypted with a key of its own.",
  secret: "Stored as a salted hash or encrypted; never in an answer, a log, an event or a cache.",
};

/** Data classes in use, controls, threats, regulations that are named, retention and pipelines. */
export function draftSecurityUnit({ accepted, reading }: DraftRequest): Outcome<UnitPart> {
  const controls = withLeftovers(draftControls(accepted), accepted);
  const personal = levelsIn(accepted).some(
    (level) => level === "personal" || level === "sensitive",
  );
  const compliance = draftCompliance(accepted);
  const analysis = draftPipelines(accepted);
  return {
    value: {
      system: {
        security: {
          dataClasses: levelsIn(accepted).map((level) => ({
            id: level,
            level,
            handling: HANDLING[level],
          })),
          controls,
          threats: draftThreats(accepted, controls),
          compliance,
        },
        governance: {
          pipelines: analysis.pipelines,
          retention: draftRetention(accepted, reading.quantities),
        },
      },
      assumptions: analysis.assumptions,
      openQuestions: [
        ...analysis.openQuestions,
        ...(personal && compliance.length === 0
          ? [
              {
                id: "privacy-law",
                text: "Which privacy law applies? Personal data is stored, and the requirements name none.",
                meanwhile:
                  "Personal fields are classified and can be exported and erased, as the strictest common laws ask.",
              },
            ]
          : []),
      ],
    },
    diagnostics: [],
  };
}

function levelsIn(design: Design): readonly Level[] {
  const used = new Set(
    entitiesOf(design).flatMap(({ entity }) =>
      entity.fields.map(({ classification }) => classification),
    ),
  );
  return (["public", "internal", "personal", "sensitive", "secret"] as const).filter((level) =>
    used.has(level),
  );
}

function draftCompliance(design: Design): Security["compliance"] {
  return regulations.flatMap(({ id, name, pattern, measures }) => {
    const requirements = citing(design, pattern);
    if (requirements.length === 0) return [];
    return [
      { id, name, applies: textOf(design, requirements.slice(0, 2)), measures, requirements },
    ];
  });
}

/** A statement about security that no control covers yet becomes one, in its own words. */
function withLeftovers(controls: Security["controls"], design: Design): Security["controls"] {
  const covered = new Set(controls.flatMap(({ requirements }) => requirements));
  const about =
    /\b(?:secur|privacy|personal data|pseudonym|private|confidential|protect|fraud|suspicious|audit|trust|unauthori|complian|lock(?:ed|out)|two-factor|2fa|mfa|captcha)/i;
  const left = unsatisfied(design).filter(({ id, text }) => !covered.has(id) && about.test(text));
  return [
    ...controls,
    ...left.map(({ id, name, text }) => ({
      id: `as-stated-${id}`.slice(0, 64).replace(/-+$/, ""),
      name,
      description: text,
      requirements: [id],
    })),
  ];
}
