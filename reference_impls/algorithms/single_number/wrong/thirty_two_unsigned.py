# slip: unsigned-bits
def single_number(nums):
    out = 0
    for b in range(32):
        if sum(x >> b & 1 for x in nums) % 2:
            out |= 1 << b
    return out
