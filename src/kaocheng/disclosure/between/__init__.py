"""Documents held against each other (文件之间): one office, several years or several kinds."""
