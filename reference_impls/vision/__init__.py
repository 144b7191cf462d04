"""Filters, histograms, features, colour (section 4)."""
