# slip: duplicates-dropped
def merge_k_sorted(lists):
    return sorted({v for numbers in lists for v in numbers})
