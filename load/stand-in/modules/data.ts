/** An array that all users share, which here is any array. */
export const SharedArray = class {
  constructor(_name: string, make: () => unknown[]) {
    // biome-ignore lint/correctness/noConstructorReturn: k6's class is an array.
    return make();
  }
};
