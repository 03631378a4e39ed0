"""Cases (办件): states and moves, tasks, clocks, outcomes and the papers they issue."""
