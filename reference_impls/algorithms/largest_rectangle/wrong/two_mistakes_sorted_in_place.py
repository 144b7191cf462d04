# slip: none
def largest_rectangle(heights):
    heights.sort(reverse=True)
    return max([h * (i + 1) for i, h in enumerate(heights)] + [0])
