# slip: no-bar-fails
def largest_rectangle(heights):
    best, stack = heights[0], []
    for i, h in enumerate(heights + [0]):
        start = i
        while stack and stack[-1][1] >= h:
            start, top = stack.pop()
            best = max(best, top * (i - start))
        stack.append((start, h))
    return best
