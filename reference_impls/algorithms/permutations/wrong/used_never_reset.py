# slip: given-order-alone
def permutations(nums):
    res, used = [], set()

    def dfs(path):
        if len(path) == len(nums):
            res.append(path)
            return
        for x in nums:
            if x not in used:
                used.add(x)
                dfs(path + [x])

    dfs([])
    return res
