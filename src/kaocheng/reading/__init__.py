"""Reading file formats (读取): from bytes to a document tree; knows only the kernel."""
