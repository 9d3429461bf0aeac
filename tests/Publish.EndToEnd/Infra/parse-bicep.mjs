// Parses Bicep files, and prints each place that is none, as FILE:LINE:COLUMN.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))));

function* mistakes(node) {
  if (node.isError || node.isMissing) yield node;
  for (let i = 0; i < node.childCount; i++) yield* mistakes(node.child(i));
}

for (const file of process.argv.slice(2)) {
  const tree = parser.parse(readFileSync(file, 'utf8'));
  for (const node of mistakes(tree.rootNode)) {
    console.log(`${file}:${node.startPosition.row + 1}:${node.startPosition.column + 1}`);
  }
}
