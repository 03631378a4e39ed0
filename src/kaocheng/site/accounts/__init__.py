"""Accounts (账号与岗位)."""
