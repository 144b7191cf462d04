# slip: order-tells-apart
def three_sum(nums):
    seen = []
    n = len(nums)
    for i in range(n):
        for j in range(i + 1, n):
            for k in range(j + 1, n):
                triplet = [nums[i], nums[j], nums[k]]
                if sum(triplet) == 0 and triplet not in seen:
                    seen.append(triplet)
    return seen
