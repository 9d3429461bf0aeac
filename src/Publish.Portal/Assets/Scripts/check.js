// Compares files with what the publisher says of them. What was dropped is never taken at its word: a certificate that came
// with a file only names the version, and is itself compared with the one that the publisher has.
import { ask, folderOf, namedIn } from "./publisher.js";
import { recount } from "./recount.js";

const drop = document.querySelector("[data-check]");
const input = drop.querySelector("input");
const heading = document.querySelector("[data-check-heading]");
const output = document.querySelector("[data-check-results]");
const texts = drop.dataset;

const good = "site-result--good";
const bad = "site-result--bad";
const note = "site-result--note";

const say = (text, kind = "", ...values) => {
  const item = document.createElement("li");
  item.textContent = values.reduce((all, value, i) => all.replace(`{${i}}`, () => value), text);
  item.className = kind;
  output.append(item);
};

const dayOf = (moment) =>
  new Date(moment).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const digestOf = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((octet) => octet.toString(16).padStart(2, "0")).join("");

const nameOf = (folder) => {
  const { agency, dataset, edition, version } = namedIn(folder);
  return `${agency}/${dataset}, ${edition}, ${version}`;
};

const certificateIn = (file, text) => {
  try {
    const json = /\.json$/i.test(file) ? JSON.parse(text()) : null;
    return Array.isArray(json?.releases) && folderOf(json) !== null ? json : null;
  } catch {
    return null;
  }
};

const isListOfDigests = (file, text) => /sha256sums/i.test(file) && /^([0-9a-f]{64} [ *].+\n?)+$/.test(text());

const filesOf = (certificate) => [...certificate.releases.flatMap((release) => release.files), ...(certificate.files ?? [])];

// What the publisher says of a version; returns whether it is one that is published there.
const sayVersion = ({ folder, certificateBytes, certificate, isHistoryKnown, entry, successor }) => {
  if (certificate !== null) {
    say(texts.certificate, "", `${certificate.title}, ${certificate.edition}, ${certificate.version}`);
  } else if (entry?.state !== "withdrawn") {
    say(certificateBytes === undefined ? texts.unreachable : texts.unknown, certificateBytes === undefined ? note : bad, nameOf(folder));
  }
  if (entry?.state === "withdrawn") {
    say(entry.withdrawalReason ? texts.withdrawnwhy : texts.withdrawn, bad, nameOf(folder), dayOf(entry.withdrawn ?? entry.published), entry.withdrawalReason);
  } else if (entry?.state === "superseded" && successor) {
    say(successor.reason ? texts.supersededwhy : texts.superseded, note, nameOf(folder), successor.version, dayOf(successor.published), successor.reason);
  } else if (certificate !== null && (!isHistoryKnown || entry === undefined)) {
    say(texts.nohistory, note);
  }
};

const sayCounts = ({ classes, rows, leaks, smallest, promised, holds, others }, isProven) => {
  const verdict = (kept) => (kept ? (isProven ? good : note) : bad);
  if (classes !== undefined) {
    say(texts.classes, verdict(holds), classes, smallest, promised);
  } else {
    say(texts.rows, "", rows);
    say(leaks === 0 ? texts.hidden : texts.leak, verdict(leaks === 0), leaks);
    if (smallest < Infinity) {
      say(promised === undefined ? texts.smallest : texts.threshold, promised === undefined ? "" : verdict(holds), smallest, promised);
    }
  }
  if (others.length > 0) {
    say(texts.others, "", others.join(", "));
  }
};

// Looks for a file in what certificates list, and counts its rows where it is a release's CSV.
const sayListed = (digest, bytes, certificates, text, kind) => {
  for (const certificate of certificates) {
    const known = filesOf(certificate).find((file) => file.sha256 === digest);
    if (known) {
      say(text, kind, known.name);
      const release = certificate.releases.find((other) => other.files.includes(known));
      if (release && known.name.endsWith(".csv")) {
        sayCounts(recount(release, new TextDecoder().decode(bytes)), kind === good);
      }
      return true;
    }
  }
  return false;
};

const sayFile = async ({ name, bytes }, versions, brought) => {
  const digest = await digestOf(bytes);
  say(`${name}: SHA-256 ${digest}`, "site-digest");
  const published = versions.filter((version) => version.certificate !== null);
  const isWithdrawn = published.some((version) => version.entry?.state === "withdrawn");
  const known = published.map((version) => version.certificate);
  if (sayListed(digest, bytes, known, texts.same, isWithdrawn ? note : good)
    || sayListed(digest, bytes, brought.filter((other) => other.isUnproven).map((other) => other.certificate), texts.unproven, note)
    || sayListed(digest, bytes, brought.filter((other) => other.isForged).map((other) => other.certificate), texts.forgedfile, bad)) {
    return;
  }
  say(known.length + brought.length > 0 ? texts.other : texts.missing, known.length + brought.length > 0 ? bad : note);
};

const areSame = async (one, other) => (await digestOf(one)) === (await digestOf(other));

// Of each certificate that was brought: is it the publisher's, another, or could that not be seen?
const compareBrought = async (brought, versions) => {
  for (const one of brought) {
    const version = versions.get(folderOf(one.certificate));
    const isKnown = version.certificate !== null;
    const isSame = isKnown && (await areSame(one.bytes, version.certificateBytes));
    one.isForged = isKnown ? !isSame : version.certificateBytes === null && version.entry?.state !== "withdrawn";
    one.isUnproven = !isKnown && !one.isForged;
    if (isKnown) {
      say(isSame ? texts.own : texts.forged, isSame ? good : bad, one.name);
    }
  }
};

const sayDigestLists = async (lists, versions) => {
  for (const { name, bytes } of lists) {
    const theirs = versions.map((version) => version.digests).filter(Boolean);
    const same = await Promise.all(theirs.map((digests) => areSame(bytes, digests)));
    say(theirs.length === 0 ? texts.listmissing : same.includes(true) ? texts.listsame : texts.listother, theirs.length === 0 ? note : same.includes(true) ? good : bad, name);
  }
};

const check = async (files) => {
  output.replaceChildren();
  heading.hidden = false;
  if (!crypto.subtle) {
    say(texts.insecure, bad);
    return;
  }
  const brought = [];
  const lists = [];
  const others = [];
  for (const file of files) {
    const bytes = await file.arrayBuffer();
    const text = () => new TextDecoder().decode(bytes);
    const certificate = certificateIn(file.name, text);
    if (certificate !== null) {
      brought.push({ name: file.name, bytes, certificate });
    } else {
      (isListOfDigests(file.name, text) ? lists : others).push({ name: file.name, bytes });
    }
  }
  const named = folderOf(namedIn(new URLSearchParams(location.search).get("version")));
  const folders = [...new Set([...brought.map((other) => folderOf(other.certificate)), ...(named === null ? [] : [named])])];
  const versions = new Map(await Promise.all(folders.map(async (folder) => [folder, await ask(texts.data, folder)])));
  [...versions.values()].forEach(sayVersion);
  await compareBrought(brought, versions);
  await sayDigestLists(lists, [...versions.values()]);
  for (const file of others) {
    await sayFile(file, [...versions.values()], brought);
  }
};

// One after another: no line of an earlier check may stand among those of a later one.
let last = Promise.resolve();
const start = (files) => {
  const chosen = [...files];
  last = last.then(() => check(chosen)).catch(() => say(texts.failed, bad));
};
input.addEventListener("change", () => start(input.files));
drop.addEventListener("dragover", (event) => event.preventDefault());
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  start(event.dataTransfer.files);
});
