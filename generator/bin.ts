#!/usr/bin/env node
import "./v8-settings.js";

// Loaded after the settings have been made, which hold for what is loaded later.
const { runProcess } = await import("./cli/run-process.js");
await runProcess();
