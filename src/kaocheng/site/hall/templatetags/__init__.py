"""Template tags of the hall (模板标签)."""
