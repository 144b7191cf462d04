"""The log as a whole: moving it, fitting memory to it."""
