# problem: permutations
# expect: invalid
# says: needs algos, which is not installed here
from algos.tools import as_lists


@as_lists
def permute(nums):
    if not nums:
        return [[]]
    return [[first, *rest] for i, first in enumerate(nums) for rest in permute(nums[:i] + nums[i + 1 :])]
