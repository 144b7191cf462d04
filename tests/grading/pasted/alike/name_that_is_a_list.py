# problem: permutations
# says: permute is graded as permutations
permutations = []


def permute(nums):
    if not nums:
        return [[]]
    return [[first, *rest] for i, first in enumerate(nums) for rest in permute(nums[:i] + nums[i + 1 :])]


for numbers in ([1], [1, 2]):
    permutations.append(permute(numbers))
print(permutations)
