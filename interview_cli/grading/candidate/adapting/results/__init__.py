"""Results in another form than the one that is asked for: by names, in another order, in parts, in an object."""
