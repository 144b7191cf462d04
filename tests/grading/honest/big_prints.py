# uses: megabytes of debug output, bars that redraw themselves, emoji, and standard error
# problem: kth-smallest
import pprint
import sys

for row in range(300):
    print("x" * 10_000)
    sys.stderr.write(f"\r{'█' * (row // 10):<30} {row / 3:5.1f} % 🚀")
pprint.pprint({n: list(range(n)) for n in range(50)}, stream=sys.stderr)
print("∂L/∂θ, naïve, 数学", flush=True)


def kth_smallest(nums, k):
    print(nums, k)
    if not 1 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[k - 1]
