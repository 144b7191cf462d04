"""Torch modules where a problem asks for a function, and where the weights that it gives have their places."""
