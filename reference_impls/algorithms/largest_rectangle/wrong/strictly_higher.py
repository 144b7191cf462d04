# slip: stops-at-equal-bars
def largest_rectangle(heights):
    best, n = 0, len(heights)
    for i, h in enumerate(heights):
        l, r = i - 1, i + 1
        while l >= 0 and heights[l] > h:
            l -= 1
        while r < n and heights[r] > h:
            r += 1
        best = max(best, h * (r - l - 1))
    return best
