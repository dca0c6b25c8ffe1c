import type { LaunchOptions } from "playwright-core";

/** How the tests start Chromium: in a container, without a display, without requests of its own. */
export function launchOptions(executablePath: string): LaunchOptions {
  return {
    executablePath,
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"],
      ...["--no-first-run", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync"],
    ],
  };
}
