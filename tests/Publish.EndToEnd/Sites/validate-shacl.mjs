// Reads a JSON-LD catalogue as triples and holds it to shapes; prints the number of triples and every broken shape.
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";

const [shapes, catalogue] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const read = (text) => new Store(new Parser().parse(text));
const quads = await jsonld.toRDF(JSON.parse(catalogue), { format: "application/n-quads", base: "http://localhost/" });
const data = read(quads);
const report = await new Validator(read(shapes)).validate(data);
console.log(JSON.stringify({
  triples: data.size,
  broken: report.results.map((result) => `${result.focusNode?.value} ${result.path?.value} ${result.sourceConstraintComponent?.value}`),
}));
