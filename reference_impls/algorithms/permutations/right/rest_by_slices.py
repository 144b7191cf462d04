def permutations(nums):
    if not nums:
        yield []
    for i in range(len(nums)):
        for rest in permutations(nums[:i] + nums[i + 1 :]):
            yield [nums[i]] + rest
