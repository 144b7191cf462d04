"""Which function, method or class of a file is meant. Standard library only."""
