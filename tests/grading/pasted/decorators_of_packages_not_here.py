# problem: permutations
# says: icontract is not installed here: your code runs without it
from icontract import ensure, require
from algos.tools import memoized


@memoized
def factorial(n):
    return n * factorial(n - 1) if n else 1


@require(lambda nums: len(set(nums)) == len(nums), "nums must be distinct")
@ensure(lambda nums, result: len(result) == factorial(len(nums)))
def permute(nums: list[int]) -> list[list[int]]:
    assert factorial(3) == 6
    if not nums:
        return [[]]
    return [[first, *rest] for i, first in enumerate(nums) for rest in permute(nums[:i] + nums[i + 1 :])]
