// Starts Azurite, the emulator of Azure Blob Storage, with the accounts of an installation: one for what is private and one for each
// audience. Usage: npm run azurite [-- --blobPort 10001]. What it keeps lies in azurite-data/. The key is the emulator's own, published
// by its makers; it opens nothing else.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";

const key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
const accounts = ["publishprivate", "publishpublic", "publishpartners", "publishagencies"];
process.env.AZURITE_ACCOUNTS = accounts.map((account) => `${account}:${key}`).join(";");

// Without --disableTelemetry it calls out; its versions know fewer versions of the service than the clients do.
const fixed = ["--silent", "--disableTelemetry", "--skipApiVersionCheck", "--location", "azurite-data"];
const program = createRequire(import.meta.url).resolve("azurite/dist/src/blob/main.js");
const emulator = spawn(process.execPath, [program, ...fixed, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => emulator.kill(signal));
emulator.on("exit", (code) => process.exit(code ?? 0));
console.log("Azurite keeps azurite-data/ and serves it at http://127.0.0.1:10000 unless --blobPort says otherwise. Ctrl-C stops it.");
