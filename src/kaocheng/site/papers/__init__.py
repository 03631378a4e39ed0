"""Papers (文书与档案): issued papers, materials handed in, archives; cases are known by number."""
