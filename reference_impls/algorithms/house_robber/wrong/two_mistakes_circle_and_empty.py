# slip: none
def rob(nums):
    def line(a):
        x, y = 0, a[0]
        for v in a[1:]:
            x, y = y, max(y, x + v)
        return y

    return max(line(nums[:-1]), line(nums[1:]))
