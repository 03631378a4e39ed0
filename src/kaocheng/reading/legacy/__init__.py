"""Old Office files (旧版 Office 文件): .doc and .wps by LibreOffice, .xls and .et directly."""
