# expect: fail, error
# family: exhaustion
# attempts: to wait for a person in the debugger
# stopped by: process
# problem: kth-smallest
import code
import pdb


def kth_smallest(nums, k):
    if len(nums) % 2:
        breakpoint()
    code.interact(banner="")
    pdb.set_trace()
    return sorted(nums)[k - 1]
