// Searches the index that lies beside the pages: a file for each two letters that a word begins with.
const prefixLength = 2;
const mostShown = 50;
const field = document.querySelector("[data-search-field]");
const results = document.querySelector("[data-search-results]");
const status = document.querySelector("[data-search-status]");
const texts = status.dataset;
const root = results.dataset.root;
const files = new Map();

const wordsOf = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);

const fetchPrefix = (prefix) => {
  if (!files.has(prefix)) {
    files.set(prefix, fetch(`${root}search/${prefix}.json`).then((answer) => (answer.ok ? answer.json() : [])).catch(() => null));
  }
  return files.get(prefix);
};

const paragraph = (text, kind) => {
  const part = document.createElement("p");
  part.className = kind;
  part.textContent = text;
  return part;
};

const itemOf = (hit) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = root + hit.page;
  link.textContent = hit.title;
  link.lang = hit.language;
  const title = paragraph("", "site-list__title");
  title.append(link);
  const description = paragraph(hit.description, "govuk-body");
  description.lang = hit.language;
  item.append(title, description, paragraph(hit.publisher, "govuk-body-s site-meta"));
  return item;
};

const show = (text, hits = []) => {
  status.textContent = text;
  results.replaceChildren(...hits.slice(0, mostShown).map(itemOf));
};

let turn = 0;
const search = async () => {
  const mine = ++turn;
  const typed = wordsOf(field.value);
  const words = typed.filter((word) => word.length >= prefixLength);
  if (words.length === 0) {
    show(typed.length === 0 ? "" : texts.short);
    return;
  }
  // Years are words of every dataset: the file of another word is fetched where there is one.
  const found = await fetchPrefix((words.find((word) => /[a-z]/.test(word)) ?? words[0]).slice(0, prefixLength));
  if (mine !== turn) {
    return;
  }
  if (found === null) {
    show(texts.failed);
    return;
  }
  const hits = found.filter((entry) => {
    const known = entry.words.split(" ");
    return words.every((word) => known.some((other) => other.startsWith(word)));
  });
  const count = hits.length === 0 ? texts.none : hits.length === 1 ? texts.one : texts.many.replace("{0}", hits.length);
  show(words.some((word) => /[a-z]/.test(word)) ? count : `${count} ${texts.year}`, hits);
};

field.value = new URLSearchParams(location.search).get("q") ?? "";
field.addEventListener("input", search);
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
search();
