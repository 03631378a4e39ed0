"""Pages of applicants (申请人页面)."""
