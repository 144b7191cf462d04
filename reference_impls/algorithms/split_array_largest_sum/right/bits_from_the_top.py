def split_array(nums, k):
    def enough(limit):
        if limit < max(nums):
            return False
        need, room = 0, -1
        for v in nums:
            if v > room:
                need, room = need + 1, limit
            room -= v
        return need <= k

    answer = 0
    for bit in reversed(range(sum(nums).bit_length() + 1)):
        if not enough(answer + 2**bit - 1):
            answer += 2**bit
    return answer
