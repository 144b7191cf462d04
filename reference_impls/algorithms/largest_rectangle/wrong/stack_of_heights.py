# slip: heights-stacked
def largest_rectangle(heights):
    stack, best = [], 0
    for h in heights + [0]:
        n = 0
        while stack and stack[-1] >= h:
            n += 1
            best = max(best, n * stack.pop())
        stack.append(h)
    return best
