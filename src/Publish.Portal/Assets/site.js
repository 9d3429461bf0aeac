// What needs a browser to compute: search, and the check of a file. Every page works without it.
document.documentElement.classList.add("js");

const field = document.querySelector("[data-search-field]");
if (field) {
  const results = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-search-status]");
  const root = results.dataset.root;
  const files = new Map();
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

  const fetchPrefix = (prefix) => {
    if (!files.has(prefix)) {
      files.set(prefix, fetch(`${root}search/${prefix}.json`).then((answer) => (answer.ok ? answer.json() : [])).catch(() => null));
    }
    return files.get(prefix);
  };

  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const words = plain(field.value).split(" ").filter((word) => word.length > 1);
    if (words.length === 0) {
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    const found = await fetchPrefix(words[0].slice(0, 2));
    if (mine !== turn) {
      return;
    }
    if (found === null) {
      status.textContent = status.dataset.failed;
      return;
    }
    const hits = found.filter((entry) => {
      const known = entry.words.split(" ");
      return words.every((word) => known.some((other) => other.startsWith(word)));
    });
    status.textContent = hits.length === 0 ? status.dataset.none : hits.length === 1 ? status.dataset.one : status.dataset.many.replace("{0}", hits.length);
    results.replaceChildren(...hits.slice(0, 50).map((hit) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.className = "govuk-link";
      link.href = root + hit.page;
      link.textContent = hit.title;
      const publisher = document.createElement("p");
      publisher.className = "govuk-body-s site-meta";
      publisher.textContent = hit.publisher;
      const title = document.createElement("p");
      title.className = "site-list__title";
      title.append(link);
      item.append(title, publisher);
      return item;
    }));
  };
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", search);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  search();
}

const drop = document.querySelector("[data-check]");
if (drop) {
  const input = drop.querySelector("input");
  const output = document.querySelector("[data-check-results]");
  const words = drop.dataset;

  const line = (text, good, kind = "") => {
    const item = document.createElement("li");
    item.textContent = text;
    item.className = kind;
    if (good !== undefined) {
      item.className = good ? "site-result--good" : "site-result--bad";
    }
    output.append(item);
  };

  const digestOf = async (buffer) =>
    [...new Uint8Array(await crypto.subtle.digest("SHA-256", buffer))].map((octet) => octet.toString(16).padStart(2, "0")).join("");

  // RFC 4180 as Publish writes it: commas, line feeds, quotes doubled.
  function* rowsOf(text) {
    let row = [];
    let cell = "";
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
      const letter = text[i];
      if (letter === '"') {
        if (quoted && text[i + 1] === '"') {
          cell += letter;
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (letter === "," || letter === "\n")) {
        row.push(cell);
        cell = "";
        if (letter === "\n") {
          yield row;
          row = [];
        }
      } else {
        cell += letter;
      }
    }
  }

  const countClasses = (release, text) => {
    const rows = rowsOf(text);
    const header = rows.next().value;
    const at = (name) => header.indexOf(name);
    const keys = release.keys.flatMap((key) => key.columns).map(at);
    if (release.kind === "records") {
      const classes = new Map();
      for (const row of rows) {
        const key = JSON.stringify(keys.map((column) => row[column]));
        classes.set(key, (classes.get(key) ?? 0) + 1);
      }
      const smallest = [...classes.values()].reduce((a, b) => Math.min(a, b), Infinity);
      const k = release.rules.find((rule) => rule.name === "k-anonymity")?.parameter ?? 1;
      line(words.classes.replace("{0}", classes.size).replace("{1}", smallest).replace("{2}", k), smallest >= k);
    } else {
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
      line(words.rows.replace("{0}", all));
      line(leaks === 0 ? words.hidden : words.leak.replace("{0}", leaks), leaks === 0);
      const threshold = release.rules.find((rule) => rule.name === "minimum-frequency")?.parameter;
      if (smallest < Infinity) {
        line(words.smallest.replace("{0}", smallest) + (threshold ? " " + words.threshold.replace("{0}", threshold) : ""), threshold ? smallest >= threshold : undefined);
      }
    }
  };

  const check = async (files) => {
    output.replaceChildren();
    if (!crypto.subtle) {
      line(words.insecure, false);
      return;
    }
    let certificate = null;
    const others = [];
    for (const file of files) {
      const buffer = await file.arrayBuffer();
      if (file.name === "certificate.json") {
        certificate = JSON.parse(new TextDecoder().decode(buffer));
      } else {
        others.push([file.name, buffer]);
      }
    }
    const address = new URLSearchParams(location.search).get("certificate");
    if (certificate === null && address !== null && address.startsWith(words.data)) {
      certificate = await fetch(address).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    }
    if (certificate !== null) {
      line(words.certificate.replace("{0}", `${certificate.title}, ${certificate.edition}, ${certificate.version}`));
    }
    for (const [name, buffer] of others) {
      const digest = await digestOf(buffer);
      line(`${name}: SHA-256 ${digest}`, undefined, "site-digest");
      if (certificate === null) {
        line(words.missing);
        continue;
      }
      const listed = [...certificate.releases.flatMap((release) => release.files), ...(certificate.files ?? [])];
      const known = listed.find((file) => file.sha256 === digest);
      line(known ? words.same.replace("{0}", known.name) : words.other, known !== undefined);
      const release = known && certificate.releases.find((release) => release.files.includes(known));
      if (release && known.name.endsWith(".csv")) {
        countClasses(release, new TextDecoder().decode(buffer));
      }
    }
  };

  input.addEventListener("change", () => check([...input.files]).catch(() => line(words.failed, false)));
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    check([...event.dataTransfer.files]).catch(() => line(words.failed, false));
  });
}
