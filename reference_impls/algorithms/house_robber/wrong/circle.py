# slip: in-a-circle
def rob(nums):
    if len(nums) == 1:
        return nums[0]

    def line(a):
        x = y = 0
        for v in a:
            x, y = y, max(y, x + v)
        return y

    return max(line(nums[:-1]), line(nums[1:]))
