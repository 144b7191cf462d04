"""What an object or a file of the candidate holds, or must be given, and takes from what a problem gives."""
