"""Pages of themes (一件事页面)."""
