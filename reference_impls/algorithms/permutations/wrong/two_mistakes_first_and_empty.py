# slip: none
def permutations(nums):
    res = []
    if not nums:
        return []
    def go(path, left):
        if not left:
            res.append(path)
            return
        for i in range(len(left)):
            go(path + [left[i]], left[:i] + left[i + 1:])
    go(nums[:1], nums[1:])
    return res
