"""Pages of papers and archives (文书与档案页面)."""
