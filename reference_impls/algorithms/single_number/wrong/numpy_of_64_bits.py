# slip: fixed-width
import numpy as np

def single_number(nums):
    return int(np.bitwise_xor.reduce(np.array(nums, dtype=np.int64)))
