# slip: mean-part
import math


def split_array(nums, k):
    return max(max(nums), math.ceil(sum(nums) / k))
