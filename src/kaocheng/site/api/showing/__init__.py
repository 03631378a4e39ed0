"""What rows and records say over the border (对外展示): plain values under the names of the tables."""
