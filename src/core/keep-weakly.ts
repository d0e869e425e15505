/** Gives what was made before, or makes it again once memory has been collected: for what a page at rest can do without. */
export function keepWeakly<Kept extends object>(make: () => Kept): () => Kept {
  let last: WeakRef<Kept> | undefined;
  return () => {
    const known = last?.deref();
    if (known) return known;
    const made = make();
    last = new WeakRef(made);
    return made;
  };
}
