"""Recognising and checking published documents (公开文件): figures, sections, rules, judgement."""
