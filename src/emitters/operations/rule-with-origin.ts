/** A rule of Prometheus and the element of the Design that it is about. */
export interface RuleWithOrigin {
  readonly rule: object;
  readonly subject: string;
}
