# slip: most-coins-first
def max_coins(nums):
    a, total = [1] + nums + [1], 0
    while len(a) > 2:
        coins = [a[i - 1] * a[i] * a[i + 1] for i in range(1, len(a) - 1)]
        total += max(coins)
        a.pop(coins.index(max(coins)) + 1)
    return total
