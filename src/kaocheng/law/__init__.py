"""Law as dated data (法定数据): working-day notices by year, legal figures with their citation."""
