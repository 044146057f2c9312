/** Verbs behind which a thing is made with what it has: alternatives of a pattern. */
export const MAKING =
  "create|open|register|onboard|add|write|submit|define|post|publish|make|set up|enter|save|issue|place|book|schedule|change|delete|edit|manage|maintain|upload|start|raise|request|record|report|file|found|get|list|announce|prescribe|lend|rent|reserve|plan|prepare|log|set|store|keep|lead to|result in|leads to|results in";
