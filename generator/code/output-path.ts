/** True for a path that stays inside the output folder: relative, `/` between folders, no dot segments. */
export function isOutputPath(path: string): boolean {
  return (
    path !== "" &&
    !/[\\:\u0000-\u001f]/.test(path) &&
    path
      .split("/")
      .every((part) => part !== "" && part !== "." && part !== "..")
  );
}
