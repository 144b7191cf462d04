"""Video: attention and convolution over space and time (section 15)."""
