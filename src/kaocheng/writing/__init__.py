"""Writing (输出): findings and document trees to text, json, html, xlsx; knows only the kernel."""
