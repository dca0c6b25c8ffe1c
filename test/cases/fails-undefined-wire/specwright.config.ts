export default { nestedObjects: "refuse" as const };
