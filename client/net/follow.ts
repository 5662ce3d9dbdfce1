/** A decoded map of states, as far as it is read here. */
interface States<S> {
  get(id: string): S | undefined;
  forEach(see: (state: S, id: string) => void): void;
}

/** How plain objects stand beside states. */
export interface Follower<S, T> {
  /** A state has come: what stands for it. */
  make(id: string, state: S): T;
  /** Called once a frame, on the frame of its coming as well. */
  refresh(item: T, state: S): void;
  /** A state has gone. */
  drop?(item: T): void;
}

/**
 * Keeps a list of plain objects beside a map of states, in place.
 * @returns to be called once a frame; allocates only for what has come
 */
export function followStates<S extends object, T>(
  list: T[],
  follower: Follower<S, T>,
): (states: States<S>) => void {
  const known = new Map<string, { readonly state: S; readonly item: T }>();
  let current: States<S> | null = null;
  const forgetGone = (entry: { readonly state: S; readonly item: T }, id: string): void => {
    // A state that came back under the same id is another one.
    if (current?.get(id) === entry.state) return;
    known.delete(id);
    list.splice(list.indexOf(entry.item), 1);
    follower.drop?.(entry.item);
  };
  const see = (state: S, id: string): void => {
    let entry = known.get(id);
    if (entry === undefined) {
      entry = { state, item: follower.make(id, state) };
      known.set(id, entry);
      list.push(entry.item);
    }
    follower.refresh(entry.item, state);
  };
  return (states) => {
    current = states;
    known.forEach(forgetGone);
    states.forEach(see);
  };
}
