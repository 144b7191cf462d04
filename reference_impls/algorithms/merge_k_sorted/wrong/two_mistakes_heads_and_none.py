# slip: none
def merge_k_sorted(lists):
    return sorted(numbers[0] for numbers in lists if numbers) or None
