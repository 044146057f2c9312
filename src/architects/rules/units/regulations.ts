/** A rule of law or of an industry that requirements may name. */
export interface Regulation {
  readonly id: string;
  readonly name: string;
  readonly pattern: RegExp;
  readonly measures: readonly string[];
}

/** Only what a statement names is applied. */
export const regulations: readonly Regulation[] = [
  {
    id: "gdpr",
    name: "GDPR",
    pattern: /\bGDPR\b|general data protection|\bDSGVO\b|personal data must stay in the EU/i,
    measures: [
      "Fields that hold personal data are classified; exports and deletion requests read that classification.",
      "A person's data is exported or erased within 30 days (articles 15, 17 and 20).",
      "Processors outside have a contract (article 28); data stays in the regions that are named.",
    ],
  },
  {
    id: "pci-dss",
    name: "PCI DSS",
    pattern: /\bPCI[- ]?DSS\b|card data/i,
    measures: [
      "Card numbers are entered on a page of the payment provider and never reach our servers.",
      "Only the provider's token and the last four digits may be stored.",
    ],
  },
  {
    id: "hipaa",
    name: "HIPAA",
    pattern: /\bHIPAA\b|protected health information/i,
    measures: [
      "Every read of a patient's data is logged with user, time and reason.",
      "Access is limited to the minimum necessary for the role (45 CFR 164.502(b)).",
    ],
  },
  {
    id: "soc-2",
    name: "SOC 2",
    pattern: /\bSOC ?2\b/i,
    measures: ["Changes, access reviews and incidents leave evidence that an auditor can read."],
  },
  {
    id: "iso-27001",
    name: "ISO 27001",
    pattern: /\bISO(?:\/IEC)? ?27001\b/i,
    measures: [
      "Assets, risks and controls of this design are taken into the register of the ISMS.",
    ],
  },
  {
    id: "ferpa",
    name: "FERPA",
    pattern: /\bFERPA\b/i,
    measures: [
      "Education records are shown to the student, the guardians and staff with an interest in them only.",
    ],
  },
  {
    id: "ccpa",
    name: "CCPA",
    pattern: /\bCCPA\b|California Consumer Privacy/i,
    measures: ["A person may see, delete and refuse the sale of personal data."],
  },
  {
    id: "wcag",
    name: "WCAG",
    pattern: /\bWCAG\b/i,
    measures: ["Problem details carry a title and a text that a screen reader can read out."],
  },
];
