"""What the names of parameters, functions and values say, as the field uses them. Standard library only."""
