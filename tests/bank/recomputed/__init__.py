"""Numeric items worked out again from their prompts alone, a module for each section; imported by `test_numbers_recomputed`."""
