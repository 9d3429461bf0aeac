// Recounts what a certificate promises of a release, from the rows of its CSV file alone.
import { rowsOf } from "./csv.js";

const parameterOf = (release, name) => release.rules.find((rule) => rule.name === name)?.parameter;

const recountRecords = (release, rows, at) => {
  const keys = release.keys.flatMap((key) => key.columns).map(at);
  const classes = new Map();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((column) => row[column]));
    classes.set(key, (classes.get(key) ?? 0) + 1);
  }
  const smallest = [...classes.values()].reduce((a, b) => Math.min(a, b), Infinity);
  const k = parameterOf(release, "k-anonymity") ?? 1;
  return { classes: classes.size, smallest, promised: k, holds: smallest >= k, recounted: ["k-anonymity"] };
};

const recountTable = (release, rows, at) => {
  const status = at(release.columns.find((column) => column.kind === "status")?.name);
  const count = at(release.columns.find((column) => column.kind === "count")?.name);
  const numbers = release.columns.filter((column) => column.kind !== "status").map((column) => at(column.name));
  let all = 0;
  let leaks = 0;
  let smallest = Infinity;
  for (const row of rows) {
    all++;
    if (row[status] !== "") {
      leaks += numbers.some((column) => row[column] !== "") ? 1 : 0;
    } else if (count >= 0 && row[count] !== "" && row[count] !== "0") {
      smallest = Math.min(smallest, Number(row[count]));
    }
  }
  const promised = parameterOf(release, "minimum-frequency");
  return { rows: all, leaks, smallest, promised, holds: promised === undefined || smallest >= promised, recounted: promised === undefined ? [] : ["minimum-frequency"] };
};

// What was counted, whether it holds, and the names of the rules that are not recounted here.
export const recount = (release, text) => {
  const rows = rowsOf(text);
  const header = rows.next().value ?? [];
  const at = (name) => header.indexOf(name);
  const counted = release.kind === "records" ? recountRecords(release, rows, at) : recountTable(release, rows, at);
  return { ...counted, others: release.rules.map((rule) => rule.name).filter((name) => !counted.recounted.includes(name)) };
};
