"""The rules on performance (绩效规则), one a file, each explained in the file beside it."""
