# slip: stored-too-early
def subarray_sum(nums, k):
    table = {0: 1}
    run = total = 0
    for value in nums:
        run += value
        table[run] = table.get(run, 0) + 1
        total += table.get(run - k, 0)
    return total
