"""Plants known mistakes in code that runs, and tells which of them a repair has left."""
