# slip: equal-to-the-first-lost-until-none-is-left
def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError("k must lie in 1..n")

    def select(items, k):
        pivot = items[0]
        low = [x for x in items if x < pivot]
        high = [x for x in items if x > pivot]
        if k <= len(low):
            return select(low, k)
        if k == len(low) + 1:
            return pivot
        return select(high, k - len(low) - 1)

    return select(nums, k)
