// RFC 4180 as Publish writes it: commas, line feeds, quotes doubled.
export function* rowsOf(text) {
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
