# slip: one-too-wide
def largest_rectangle(heights):
    stack, best = [-1], 0
    h = heights + [-1]
    for i in range(len(h)):
        while len(stack) > 1 and h[stack[-1]] > h[i]:
            best = max(best, h[stack.pop()] * (i - stack[-1]))
        stack.append(i)
    return best
