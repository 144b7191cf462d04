"""The process that runs the solution, and how its file is read. Never knows the references."""
