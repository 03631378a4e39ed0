"""Pages for applicants (网上大厅页面)."""
