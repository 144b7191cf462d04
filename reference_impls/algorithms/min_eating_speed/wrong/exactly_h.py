# slip: first-with-exactly-h
# stops at the first speed that takes exactly h hours, not the smallest such speed
# differs on: piles=[4, 6], h=3: 5 instead of 4
def min_eating_speed(piles, h):
    low = 1
    high = max(piles)
    ans = high
    while low <= high:
        mid = (low + high) // 2
        need = sum(-(-p // mid) for p in piles)
        if need == h:
            return mid
        elif need < h:
            ans = mid
            high = mid - 1
        else:
            low = mid + 1
    return ans
