"""Papers (文书与档案): issued papers and archives; cases are known by number."""
