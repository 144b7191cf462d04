# expect: fail, error, crashed
# family: tampering
# attempts: to change what the words mean in which the runner is written
# stopped by: process
# problem: kth-smallest
import builtins

honest = builtins.isinstance
builtins.isinstance = lambda value, kinds: True
builtins.sorted = lambda *args, **kwargs: []
builtins.len = lambda value: 0
builtins.type = honest
builtins.getattr = lambda *args: True


def kth_smallest(nums, k):
    return None
