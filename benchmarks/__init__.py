"""Measurements, printed as ratios and never asserted: `python -m benchmarks [startup] [grading] [data]`."""
