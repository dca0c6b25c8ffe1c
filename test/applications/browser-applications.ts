import { answer, answerModule, type Application } from "./application.js";

const page = (
  module: string,
): string => `import { useEffect, useState } from "react";
import { answer } from "${module}";

export default function App() {
  const [text, setText] = useState("");
  useEffect(() => {
    void answer().then(setText);
  }, []);
  return <main>{text}</main>;
}
`;

/** What runs in browsers, at the edge and on phones. */
export const browserApplications: readonly Application[] = [
  {
    name: "Vite and React",
    starter: [
      "npx",
      "create-vite@9.3.0",
      "app",
      "--template",
      "react-ts",
      "--no-interactive",
    ],
    out: "src/api",
    files: {
      "src/answer.ts": answerModule("./api"),
      "src/App.tsx": page("./answer"),
    },
    commands: [["npm", "run", "build"]],
  },
  {
    name: "Next.js, app router",
    starter: [
      "npx",
      "create-next-app@16.4.3",
      "app",
      "--ts",
      "--app",
      "--src-dir",
      "--eslint",
      "--tailwind",
      "--turbopack",
      "--import-alias",
      "@/*",
      "--use-npm",
      "--disable-git",
      "--yes",
    ],
    out: "src/api",
    files: {
      "src/answer.ts": answerModule("@/api"),
      "src/app/page.tsx": `import { answer } from "@/answer";
import { Check } from "./check";

export default async function Page() {
  return <main>{await answer()}<Check /></main>;
}
`,
      // The starter's has fonts that the build fetches from a server of Google.
      "src/app/layout.tsx": `export default function RootLayout({
  children,
}: Readonly<{ children: React.ReactNode }>) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
      "src/app/check.tsx": `"use client";
import { useState } from "react";
import { validateNewBook } from "@/api";

export function Check() {
  const [state, setState] = useState("");
  return <button onClick={() => setState(String(validateNewBook({}).ok))}>{state}</button>;
}
`,
    },
    commands: [
      ["npm", "run", "build"],
      ["npm", "run", "lint"],
    ],
    serves: ["npm", "run", "start"],
  },
  {
    name: "Angular, strict",
    starter: [
      "npx",
      "@angular/cli@22.2.7",
      "new",
      "app",
      "--strict",
      "--skip-git",
      "--defaults",
      "--ai-config",
      "none",
    ],
    out: "src/api",
    files: {
      "src/app/answer.ts": answerModule("../api"),
      "src/app/app.ts": `import { Component, signal } from "@angular/core";
import { answer } from "./answer";

@Component({ selector: "app-root", template: "<main>{{ text() }}</main>" })
export class App {
  protected readonly text = signal("");
  constructor() {
    void answer().then((text) => this.text.set(text));
  }
}
`,
      "src/app/app.spec.ts": `import { answer } from "./answer";

describe("the client", () => {
  it("answers", async () => {
    expect(await answer()).toBe(${JSON.stringify(answer)});
  });
});
`,
    },
    commands: [
      ["npm", "run", "build"],
      ["npm", "test", "--", "--watch=false"],
    ],
  },
  {
    name: "Cloudflare Workers",
    starter: [
      "npx",
      "create-cloudflare@2.74.0",
      "app",
      "--type",
      "hello-world",
      "--lang",
      "ts",
      "--no-deploy",
      "--no-git",
      "--no-agents",
    ],
    out: "src/api",
    files: {
      "src/answer.ts": answerModule("./api"),
      "src/index.ts": `import { answer } from "./answer";

export default {
  async fetch(): Promise<Response> {
    return new Response(await answer());
  },
} satisfies ExportedHandler<Env>;
`,
      "test/index.spec.ts": `import { SELF } from "cloudflare:test";
import { expect, it } from "vitest";

it("answers", async () => {
  const response = await SELF.fetch("https://example.com");
  expect(await response.text()).toBe(${JSON.stringify(answer)});
});
`,
    },
    commands: [
      ["npx", "tsc", "--noEmit"],
      ["npm", "run", "deploy", "--", "--dry-run"],
      ["npm", "test", "--", "--run"],
    ],
  },
  {
    name: "Expo, React Native",
    starter: [
      "npx",
      "create-expo-app@5.0.0",
      "app",
      "--template",
      "blank-typescript@58.0.2",
      "--yes",
    ],
    // The template names previews of these, which are not published any more.
    installs: [
      "expo@58.0.26",
      "expo-status-bar@58.0.5",
      "react-native@0.88.1",
      "react@19.3.0",
      "@types/react@19.3.3",
    ],
    out: "src/api",
    files: {
      "src/answer.ts": answerModule("./api"),
      "App.tsx": `import { useEffect, useState } from "react";
import { Text } from "react-native";
import { answer } from "./src/answer";

export default function App() {
  const [text, setText] = useState("");
  useEffect(() => {
    void answer().then(setText);
  }, []);
  return <Text>{text}</Text>;
}
`,
    },
    commands: [
      ["npx", "tsc", "--noEmit"],
      ["npx", "expo", "export", "--platform", "android"],
    ],
  },
];
