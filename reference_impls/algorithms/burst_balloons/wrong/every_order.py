# slip: none
def max_coins(nums):
    def go(a):
        return max((a[i - 1] * a[i] * a[i + 1] + go(a[:i] + a[i + 1 :]) for i in range(1, len(a) - 1)), default=0)

    return go([1] + nums + [1]) if len(nums) < 7 else go([1] + sorted(nums)[-6:] + [1])
