# expect: error
# family: terminal escapes
# attempts: marks that pile up over the lines above, wide and invisible letters, ten thousand on one
# stopped by: cleaning
# problem: kth-smallest
z = "a" + "\u0301\u0489\u20dd" * 3000
print(z)
print("\u3164" * 500, "\u115f" * 500, "\ufdfd" * 200)


def kth_smallest(nums, k):
    raise ValueError(z)
