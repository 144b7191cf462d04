def merge_k_sorted(lists):
    """Sorting finds the runs and merges them: O(N log k) in practice."""
    return sorted(value for numbers in lists for value in numbers)
