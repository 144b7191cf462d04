# slip: container
def largest_rectangle(heights):
    best = max(heights, default=0)
    l, r = 0, len(heights) - 1
    while l < r:
        best = max(best, (r - l) * min(heights[l], heights[r]))
        if heights[l] <= heights[r]:
            l += 1
        else:
            r -= 1
    return best
