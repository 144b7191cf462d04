"""What judge and candidate say to each other: frames and values."""
