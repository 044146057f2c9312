/** What a statement says is done: "filter products". */
export interface StoryAction {
  /** Base form, lower case; with its particle ("sign up"). */
  readonly verb: string;
  /** The entity it is done to, as in `Story.entities`. */
  readonly object?: string;
}

/** Who does what with which things, read from one statement. */
export interface Story {
  readonly requirementId: string;
  /** As written, singular, lower case. */
  readonly actors: readonly string[];
  readonly actions: readonly StoryAction[];
  /** What the action is done to besides its first object: "add modules and lessons". */
  readonly joined?: readonly StoryAction[];
  /** Noun phrases without determiner, singular, lower case, in reading order, each once. */
  readonly entities: readonly string[];
  /** The text after "so that". */
  readonly benefit?: string;
}
