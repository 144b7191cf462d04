def largest_rectangle(heights):
    def lower(order):
        found, stack = {}, []
        for i in order:
            while stack and heights[stack[-1]] >= heights[i]:
                stack.pop()
            found[i] = stack[-1] if stack else None
            stack.append(i)
        return found

    n = len(heights)
    left, right = lower(range(n)), lower(reversed(range(n)))
    areas = []
    for i in range(n):
        a = -1 if left[i] is None else left[i]
        b = n if right[i] is None else right[i]
        areas.append(heights[i] * (b - a - 1))
    return max(areas, default=0)
