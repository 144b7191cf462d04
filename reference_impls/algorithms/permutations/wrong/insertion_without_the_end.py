# slip: first-not-inserted-at-the-end
def permutations(nums):
    if not nums:
        return [[]]
    first, *others = nums
    answer = []
    for p in permutations(others):
        for k in range(max(len(p), 1)):
            answer.append(p[:k] + [first] + p[k:])
    return answer
