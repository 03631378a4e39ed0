"""The performance forms as printed (绩效表): one module a form, each a table with its figures."""
