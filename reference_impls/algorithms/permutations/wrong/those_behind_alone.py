# slip: those-before-dropped
def permutations(nums):
    res = []
    def go(path, left):
        if not left:
            res.append(path)
            return
        for i in range(len(left)):
            go(path + [left[i]], left[i + 1:])
    go([], list(nums))
    return res
