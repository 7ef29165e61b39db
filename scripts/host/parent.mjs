// Noticing that the process that started this one is gone: a killed npm does not say goodbye to what it runs.

/**
 * @param {() => void} leave called once, within a second of the parent's end
 */
export function whenParentEnds(leave) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    // An orphan is given to another parent. (Windows keeps the old number; there, npm's console takes its processes along.)
    if (process.ppid === parent) return;
    clearInterval(watch);
    leave();
  }, 1000);
  watch.unref();
}
