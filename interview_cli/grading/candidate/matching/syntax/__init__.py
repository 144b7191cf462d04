"""What code says of itself: its functions, its classes, what they read and never read. Standard library only."""
