# slip: smallest-first
def max_coins(nums):
    a, total = list(nums), 0
    while a:
        i = a.index(min(a))
        l = a[i - 1] if i else 1
        r = a[i + 1] if i + 1 < len(a) else 1
        total += l * a.pop(i) * r
    return total
