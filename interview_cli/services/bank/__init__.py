"""Looking at the bank: faults, coverage, search, export."""
