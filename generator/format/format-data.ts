/**
 * Lays out what is no TypeScript through prettier itself, which is loaded at the first such file. Gives the
 * text unchanged where the ending is not one of these.
 */
export async function formatData(
  ending: string,
  text: string,
): Promise<string> {
  const parser = parsers[ending];
  if (parser === undefined) return text;
  const { format } = await import("prettier");
  return format(text, { parser });
}

const parsers: Readonly<Record<string, string>> = {
  json: "json",
  md: "markdown",
};
