# slip: one-too-wide-behind-a-lower-bar
def largest_rectangle(heights):
    hs = heights + [0]
    stack, best = [], 0
    for i, h in enumerate(hs):
        while stack and hs[stack[-1]] >= h:
            top = stack.pop()
            w = i if not stack else i - stack[-1]
            best = max(best, hs[top] * w)
        stack.append(i)
    return best
