"""Hall (政务大厅): places, windows, opening hours, staff, residency of departments, tickets, appointments."""
