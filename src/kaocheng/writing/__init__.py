"""Writing (输出): a report of the kernel as text, json, sarif, html, markdown and xlsx.

Every text format is one module (`text`, `jsonl`, `sarif`, `html`, `markdown`) of the same shape
(`stream.Format`), so that any number of documents is written with flat memory:

- `head() -> str`: what stands before the first document;
- `body(report) -> str`: one document, made in whichever process read it;
- `unreadable(file, why) -> str`: a document that could not be read, in the place of its body;
- `tail(summaries) -> str`: what stands after the last document, with the one summary table;
- `BETWEEN`: what must stand between two pieces that are not empty (a comma in SARIF).

`stream.Stream(format, write)` puts the pieces together, with BETWEEN where it belongs. A
`summary.Summary` is what is remembered of a document: `summary.summary(report)`, or
`summary.refusal(file, why)` for one that could not be read.

`xlsx` is a file of another kind: `xlsx.sheets(report)` prepares one document in any process (plain
strings, so it can be sent), `xlsx.Workbook(path)` takes `add(report or sheets)`,
`refuse(file, why)` and `close(summaries)`. `html.page` and `html.index` write a folder of pages
instead of one file where there are too many documents for one. Knows only the kernel.
"""
