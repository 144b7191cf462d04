"""What keeps a solution from doing harm."""
