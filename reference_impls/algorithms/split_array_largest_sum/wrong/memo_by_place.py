# slip: none
def split_array(nums, k, memo={}):
    def best(i, k):
        if k == 1:
            return sum(nums[i:])
        if i not in memo:
            memo[i] = min(max(sum(nums[i:j]), best(j, k - 1)) for j in range(i + 1, len(nums) - k + 2))
        return memo[i]

    memo.clear()
    return best(0, k)
