"""Simulated learners who prepare for a day, to compare what decides what they practise: `python -m benchmarks.learners`.

The planner meets them through `domain.planner.choose` and the events that their answers make; it sees nothing else of
them. Imports the domain only.
"""
