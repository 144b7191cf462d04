# slip: stack-not-emptied
def largest_rectangle(heights):
    stack, best = [], 0
    for i, h in enumerate(heights):
        while stack and heights[stack[-1]] >= h:
            top = heights[stack.pop()]
            width = i if not stack else i - stack[-1] - 1
            best = max(best, top * width)
        stack.append(i)
    return best
