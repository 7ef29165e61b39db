/** How often a list is read while something is made of it: how much work that is, whatever the machine does besides. */
export function reads<T>(list: readonly T[], make: (counted: readonly T[]) => unknown): number {
  let count = 0;
  make(
    new Proxy(list, {
      get(target, key) {
        count++;
        return Reflect.get(target, key);
      },
    }),
  );
  return count;
}
