"""Rules of the catalogue (发布前检查规则): one module and one page beside it each."""
