import { $changes, type Schema, type StateView } from "@colyseus/schema";

/** What is used of the framework's books about a state and of a view's; not part of their typings. */
interface Books {
  /** Whether no patch has told of it yet. */
  readonly isNew: boolean;
  /** The collection that it is in. */
  readonly parent: { readonly [$changes]: Books };
}
interface ViewWithBooks {
  isVisible(books: Books): boolean;
  addTag(books: Books, tag: number): void;
}

/**
 * Shows a thing of a collection. `StateView.add` of @colyseus/schema 5.0.34 enters it into its collection once more even
 * if the next patch does so anyway, because the thing is new: half of what a bolt costs. Only for a view that does
 * not have the collection yet, that entry is needed.
 * @param tag of fields that are shown besides those for everybody
 */
export function showIn(view: StateView, thing: Schema, tag?: number): void {
  const books = (thing as unknown as { readonly [$changes]: Books })[$changes];
  const seen = view as unknown as ViewWithBooks;
  if (!books.isNew || !seen.isVisible(books.parent[$changes])) {
    view.add(thing, tag);
    return;
  }
  view.add(thing, undefined, false);
  if (tag !== undefined) seen.addTag(books, tag);
}
