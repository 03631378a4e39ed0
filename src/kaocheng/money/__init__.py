"""Money (收支): the equations between the figures of the accounts."""
