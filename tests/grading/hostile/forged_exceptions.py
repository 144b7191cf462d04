# expect: fail, error
# family: forged verdicts
# attempts: to raise, at every call, an exception that claims to be of every class that a check might expect
# stopped by: comparison
# problem: kth-smallest
kinds = [type(name, (Exception,), {}) for name in ("ValueError", "IndexError", "TypeError", "KeyError", "Broken", "Stopped")]
Everything = type("ValueError", tuple(kinds), {})


def kth_smallest(nums, k):
    raise Everything("numpy() on Tensor that requires grad")
