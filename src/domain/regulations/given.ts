/** A value of a centre, and by which article it has it. */

/** A value, and where it is from. */
export type Given<Value> = {
  readonly value: Value;
  /** The article that it is read from, as a demand cites it; null: a default, which the centre may set otherwise. */
  readonly article: string | null;
};

/** A value read from `article`. */
export function by<const Value>(article: string, value: Value): Given<Value> {
  return { value, article };
}

/** A value that no article gives. */
export function byDefault<const Value>(value: Value): Given<Value> {
  return { value, article: null };
}
