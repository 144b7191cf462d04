# slip: zero-skipped
def permutations(nums):
    res = []

    def dfs(path, left):
        if len(path) == len(nums):
            res.append(path)
        for x in left:
            if x:
                dfs(path + [x], [y for y in left if y != x])

    dfs([], list(nums))
    return res
