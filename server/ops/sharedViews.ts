/**
 * @colyseus/schema 5.0.34 encodes what changed once for each view: sixteen players who see each other are encoded sixteen
 * times in each patch. What a view gets of one changed thing follows from two facts alone, whether it sees the thing and
 * with which tags, so those bytes are encoded for the first view that gets them and copied for all others. What everybody
 * gets is put in front of them in the same place, not in a buffer that is made for each client and patch.
 * tests/sharedViews.test.ts holds every view against the stock encoder, and fails once this is needless.
 *
 * Maps that the stock encoder empties with each patch are made anew here. V8 links the table of an emptied Map to the next
 * one: once a single table has grown old, all later ones stay alive with it, and with them what they held, until the next
 * full collection. Three quarters of what each young collection had to copy was kept by that.
 *
 * For rooms that take inputs: Colyseus copies their frames to put the time in, and keeps nothing of what is returned here.
 */
import type { Room } from "@colyseus/core";

/** Bits by view, 32 to a word. */
type Bitmap = readonly number[] | undefined;

/** What is used of the framework's books about one thing of the state; not part of its typings. */
interface Tree {
  readonly isFiltered: boolean;
  readonly _isSchema: boolean;
  readonly dirtyLow: number;
  readonly dirtyHigh: number;
  readonly visibleViews: Bitmap;
  readonly tagViews: ReadonlyMap<number, number[]> | undefined;
  readonly encDescriptor: { readonly filterBitmask: number; readonly tags: readonly (number | undefined)[] };
  has(): boolean;
}

/** An entry of the list of what has changed. */
interface Node {
  readonly changeTree: Tree;
  next: Node | undefined;
}

interface View {
  /** Where the bit of this view is found in a bitmap. */
  readonly _slot: number;
  readonly _bit: number;
  /** What it gets besides what has changed: things that have come into it. */
  changes: ReadonlyMap<number, unknown>;
  isChangeTreeVisible(tree: Tree): boolean;
}

interface At {
  offset: number;
}

type EncodeView = (this: Encoder, view: View, shared: number, at: At, buffer?: Uint8Array) => Uint8Array;
type Encode = (this: Encoder, at?: At, view?: View, buffer?: Uint8Array, from?: number) => Uint8Array;

interface Encoder {
  sharedBuffer: Uint8Array;
  readonly root: { changes: { next: Node | undefined }; readonly streamTrees: { readonly size: number } };
  encode: Encode;
  encodeView: EncodeView;
  ensureCapacity(buffer: Uint8Array, offset: number): Uint8Array;
}

interface Serializer {
  readonly encoder: Encoder;
  /** What each view was sent in this patch. */
  encodedViews: ReadonlyMap<View, Uint8Array>;
  applyPatches(clients: unknown, state: unknown, timing?: object): boolean;
}

/** Tags that are told apart in one class of things; a class with more of them is encoded for each view. */
const MOST_TAGS = 3;

/** Where bytes are that nobody has asked for. */
const UNKNOWN = -1;

/** Fields from this number on are not in `filterBitmask`. */
const MASKED_FIELDS = 32;

/** One changed thing, and where in the buffer its bytes lie by the tags of their reader. */
interface Part {
  /** A list of its own, for the stock encoder. */
  readonly list: { next: Node };
  tree: Tree;
  shared: boolean;
  readonly holders: Bitmap[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The tags of the fields of a class, one bit each. */
const tagsOf = new WeakMap<Tree["encDescriptor"], readonly number[]>();

function tagsIn(descriptor: Tree["encDescriptor"]): readonly number[] {
  let tags = tagsOf.get(descriptor);
  if (tags === undefined) {
    let mask = 0;
    for (const tag of descriptor.tags) if (tag !== undefined && tag > 0) mask |= tag;
    tags = Array.from({ length: 31 }, (_, bit) => 1 << bit).filter((tag) => (mask & tag) !== 0);
    tagsOf.set(descriptor, tags);
  }
  return tags;
}

function holds(bitmap: Bitmap, { _slot, _bit }: View): boolean {
  return bitmap !== undefined && _slot < bitmap.length && (bitmap[_slot]! & _bit) !== 0;
}

/** Whether a view could get anything of what has changed in a thing. */
function concernsViews({ isFiltered, _isSchema, dirtyLow, dirtyHigh, encDescriptor }: Tree): boolean {
  if (isFiltered || !_isSchema) return isFiltered;
  const beyond = encDescriptor.tags.length > MASKED_FIELDS && dirtyHigh !== 0;
  return beyond || (dirtyLow & encDescriptor.filterBitmask) !== 0;
}

function createPart(): Part {
  const list = { next: { changeTree: null as unknown as Tree, next: undefined } };
  const size = 1 << MOST_TAGS;
  return {
    list,
    tree: null as unknown as Tree,
    shared: false,
    holders: [],
    starts: new Int32Array(size),
    ends: new Int32Array(size),
  };
}

function fill(part: Part, tree: Tree): void {
  const tags = tree._isSchema ? tagsIn(tree.encDescriptor) : [];
  part.tree = tree;
  (part.list.next as { changeTree: Tree }).changeTree = tree;
  // What of a collection a view gets depends on each thing in it.
  part.shared = tree._isSchema && tags.length <= MOST_TAGS;
  part.holders.length = 0;
  if (!part.shared) return;
  for (const tag of tags) part.holders.push(tree.tagViews?.get(tag));
  part.starts.fill(UNKNOWN);
}

/** The tags by which a view sees a thing, as the bits of a number. */
function keyOf({ holders }: Part, view: View): number {
  let key = 0;
  for (let i = 0; i < holders.length; i++) if (holds(holders[i], view)) key |= 1 << i;
  return key;
}

/** Lets the views of a room share what is encoded; to be called once its state is set. Nothing of what is sent changes. */
export function shareViews(room: Room): void {
  const serializer = (room as unknown as { _serializer: Serializer })._serializer;
  const { encoder } = serializer;
  const stock = encoder.encode;
  const stockView = encoder.encodeView;
  const { applyPatches } = serializer;
  /** What has changed and concerns views, in the order of the stock encoder; the first `count` are in use. */
  const parts: Part[] = [];
  let count = 0;
  /** In a patch nothing changes between two views; gathered by the first of them. */
  let state: "outside" | "patch" | "gathered" = "outside";

  const gather = (): void => {
    count = 0;
    for (let node = encoder.root.changes.next; node !== undefined; node = node.next) {
      const tree = node.changeTree;
      if (!tree.has() || !concernsViews(tree)) continue;
      if (parts.length === count) parts.push(createPart());
      fill(parts[count++]!, tree);
    }
    state = "gathered";
  };

  const encodeAlone = (part: Part, at: At, view: View, buffer: Uint8Array): Uint8Array => {
    const { root } = encoder;
    const { changes } = root;
    root.changes = part.list;
    try {
      return stock.call(encoder, at, view, buffer, at.offset);
    } finally {
      root.changes = changes;
    }
  };

  encoder.encode = (at = { offset: 0 }, view, buffer = encoder.sharedBuffer, from = at.offset) => {
    if (state === "outside" || view === undefined) return stock.call(encoder, at, view, buffer, from);
    if (state === "patch") gather();
    let bytes = buffer;
    for (let i = 0; i < count; i++) {
      const part = parts[i]!;
      if (!holds(part.tree.visibleViews, view) && !view.isChangeTreeVisible(part.tree)) continue;
      const key = part.shared ? keyOf(part, view) : 0;
      const start = part.shared ? part.starts[key]! : UNKNOWN;
      // Room for any thing's bytes; the buffer grows in the first patches and then stays.
      bytes = encoder.ensureCapacity(bytes, at.offset);
      if (start !== UNKNOWN) {
        const end = part.ends[key]!;
        let to = at.offset;
        for (let byte = start; byte < end; byte++) bytes[to++] = bytes[byte]!;
        at.offset = to;
        continue;
      }
      const begin = at.offset;
      const encoded = encodeAlone(part, at, view, bytes);
      if (encoded.buffer !== bytes.buffer) bytes = new Uint8Array(encoded.buffer);
      if (!part.shared) continue;
      part.starts[key] = begin;
      part.ends[key] = at.offset;
    }
    return bytes.subarray(0, at.offset);
  };
  encoder.encodeView = (view, shared, at, buffer = encoder.sharedBuffer) => {
    const plain = view.changes.size === 0 && encoder.root.streamTrees.size === 0;
    if (state === "outside") return stockView.call(encoder, view, shared, at, buffer);
    if (!plain) {
      const encoded = stockView.call(encoder, view, shared, at, buffer);
      view.changes = new Map();
      return encoded;
    }
    let bytes = encoder.ensureCapacity(buffer, at.offset);
    const begin = at.offset;
    bytes.copyWithin(begin, 0, shared);
    at.offset = begin + shared;
    bytes = encoder.encode(at, view, bytes);
    return bytes.subarray(begin, at.offset);
  };
  serializer.applyPatches = (clients, of, timing) => {
    state = timing === undefined ? "outside" : "patch";
    try {
      return applyPatches.call(serializer, clients, of, timing);
    } finally {
      state = "outside";
      serializer.encodedViews = new Map();
    }
  };
}
