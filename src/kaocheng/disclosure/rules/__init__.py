"""Written checks of published documents (规则), one file each with its page and examples beside it."""
