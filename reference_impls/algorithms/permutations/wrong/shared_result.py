# slip: kept-between-calls
res = []


def permutations(nums):
    def dfs(path):
        if len(path) == len(nums):
            res.append(path)
            return
        for x in nums:
            if x not in path:
                dfs(path + [x])

    dfs([])
    return list(res)
