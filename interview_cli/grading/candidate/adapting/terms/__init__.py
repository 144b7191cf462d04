"""Numbers and flags in other terms: a temperature for a scale, bounds for a distance, going on for ending."""
