"""Applicants (申请人)."""
