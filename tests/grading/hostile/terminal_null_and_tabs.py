# expect: error
# family: terminal escapes
# attempts: tabs, nulls, deletes and backspaces that move what stands beside them
# stopped by: cleaning
# problem: kth-smallest
print("\t" * 5000 + "x\0\x7f\b\b\b" * 100)


def kth_smallest(nums, k):
    raise ValueError("\t" * 200 + "\b" * 100 + "\r\r\r")
