import { readFileSync } from "node:fs";
import tseslint from "typescript-eslint";

/**
 * Each third-party package has one importing folder, so that replacing it is a change of one folder: the table of the
 * architecture test.
 */
const { packages } = JSON.parse(
  readFileSync(
    new URL("test/architecture/layers.json", import.meta.url),
    "utf8",
  ),
);

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name.",
};

const noDeclaredField = {
  selector: "PropertyDefinition[declare=true]",
  message: "The Babel preset of React Native does not parse `declare` fields.",
};

const noTrustedText = {
  selector: "MemberExpression[property.name='fromTrustedParts']",
  message: "Text becomes code in generator/code alone: write code`…`.",
};

const noPrintedType = {
  selector: "CallExpression[callee.name='printedType']",
  message: "Only emit/types has types that the TypeScript printer made.",
};

const noConcatenatedCode = {
  selector:
    "TaggedTemplateExpression[tag.name='code'] > TemplateLiteral > BinaryExpression[operator='+']",
  message: "Put pieces of code together with code`…` and joinCode.",
};

/** What emitters keep between units is a memo (generator/tracking/memo.ts), which records the reads of a value. */
const noStores = [
  {
    selector: "NewExpression[callee.name=/^Weak(Map|Set|Ref)$/]",
    message: "Keep what units share in a Memo, which repeats its reads.",
  },
  {
    // Constant tables are allowed: their type lets nobody add to them.
    selector:
      "NewExpression[callee.name=/^(Map|Set)$/]:not(:function *):not(PropertyDefinition[static=false] *):not(VariableDeclarator[id.typeAnnotation.typeAnnotation.typeName.name=/^Readonly(Map|Set)$/] > *)",
    message:
      "Keep what units share in a Memo, or declare a ReadonlyMap or ReadonlySet.",
  },
  {
    selector: "Program > VariableDeclaration[kind!='const']",
    message: "Nothing that changes is kept for the life of the module.",
  },
  {
    selector:
      "Program > ExportNamedDeclaration > VariableDeclaration[kind!='const']",
    message: "Nothing that changes is kept for the life of the module.",
  },
];

/** The import rule for a folder of the generator: every package that has its place elsewhere is refused. */
function restrictImports(folder) {
  const refused = Object.entries(packages)
    .filter(([, place]) => place === null || place !== folder)
    .map(([name, place]) => ({
      regex: `^${name.replaceAll(".", "\\.")}(/.*)?$`,
      message:
        place === null
          ? `${name} is a tool of development: nobody who runs specwright has it.`
          : `${name} is imported in generator/${place} alone.`,
    }));
  return { "no-restricted-imports": ["error", { patterns: refused }] };
}

const importingFolders = [...new Set(Object.values(packages))].filter(
  (folder) => folder !== null,
);

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "coverage/",
      "generated/",
      "test/cases/",
      // Bundles, as their bundler prints them; tests hold them against their sources.
      "templates/docs/script.js",
      "templates/docs/try-it/",
      "templates/docs/search/minisearch.js",
      "**/node_modules/",
      "**/*.html",
    ],
  },
  tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports" },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      // Escapes of control characters are what the code about hostile text is made of.
      "no-control-regex": "off",
      eqeqeq: "error",
    },
  },
  {
    files: ["generator/**/*.ts"],
    languageOptions: { parserOptions: { project: "./tsconfig.json" } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "no-restricted-syntax": [
        "error",
        noDefaultExport,
        noTrustedText,
        noPrintedType,
        noConcatenatedCode,
      ],
      ...restrictImports(""),
    },
  },
  ...importingFolders.map((folder) => ({
    files: [`generator/${folder}/**/*.ts`],
    rules: restrictImports(folder),
  })),
  {
    files: ["generator/code/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", noDefaultExport] },
  },
  {
    files: ["generator/emit/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        noDefaultExport,
        noTrustedText,
        noPrintedType,
        noConcatenatedCode,
        ...noStores,
      ],
    },
  },
  {
    files: ["generator/emit/types/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        noDefaultExport,
        noTrustedText,
        noConcatenatedCode,
        ...noStores,
      ],
    },
  },
  {
    files: ["templates/runtime/**/*.ts", "test/**/*.ts", "scripts/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", noDefaultExport] },
  },
  {
    files: ["templates/runtime/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", noDefaultExport, noDeclaredField],
    },
  },
);
