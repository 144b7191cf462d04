"""How a call in the problem's parameters becomes a call in a function's own. Standard library only."""
