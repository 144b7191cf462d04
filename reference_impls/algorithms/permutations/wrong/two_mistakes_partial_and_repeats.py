# slip: none
def permutations(nums):
    res = []
    def go(path, left):
        res.append(path)
        if len(path) == len(nums):
            return
        for i in range(len(left)):
            go(path + [left[i]], left)
    go([], list(nums))
    return res
