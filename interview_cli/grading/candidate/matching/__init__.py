"""Which function, class and parameter of a file stands for what a problem asks. Standard library only."""
