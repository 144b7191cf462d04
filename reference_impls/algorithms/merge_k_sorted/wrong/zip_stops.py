# slip: none
def merge_k_sorted(lists):
    return sorted(v for group in zip(*lists) for v in group)
