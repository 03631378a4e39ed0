"""The equations of the accounts (勾稽关系), as data, and how they are read."""
