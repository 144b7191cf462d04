"""Settings of all tests: those in `tests` and the oracles beside the reference pages."""

from hypothesis import settings

# The first call of a torch function may take a third of a second: time is measured in benchmarks/, not here.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")
