/** A description with this many groups of three operations, and as many schemas: as large APIs are. */
export function manyGroups(count: number): string {
  const lines = [
    "openapi: 3.1.0",
    "info: { title: A shop whose name takes two lines on every telephone, version: '1' }",
    "paths:",
    "  /orders/{id}/merge:",
    "    put:",
    "      tags: [Orders]",
    "      operationId: orders/merge",
    "      summary: Join two orders",
    "      description: Puts the lines of one order into another one, and cancels the first.",
    "      parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: keepNotes, in: query, schema: { type: boolean } }]",
    "      responses: { '200': { description: Fine } }",
    "  /orders/merge-requests:",
    "    get:",
    "      tags: [Orders]",
    "      operationId: orders/list-merge-requests",
    "      summary: List the requests to join orders",
    "      responses: { '200': { description: Fine } }",
  ];
  for (let index = 0; index < count; index += 1) {
    for (const word of ["List", "Find", "Create a"])
      lines.push(
        `  /group${index}/${word.toLowerCase().replaceAll(" ", "-")}:`,
        "    get:",
        `      tags: [Group ${index}]`,
        `      operationId: ${word.split(" ")[0]?.toLowerCase()}Thing${index}`,
        `      summary: ${word} thing of group ${index}`,
        "      responses: { '200': { description: Fine } }",
      );
  }
  lines.push("components:", "  schemas:");
  for (let index = 0; index < count * 4; index += 1)
    lines.push(
      `    ${String.fromCharCode(65 + (index % 26))}Thing${index}: { type: object, properties: { colour${index}: { type: string } } }`,
    );
  return `${lines.join("\n")}\n`;
}
