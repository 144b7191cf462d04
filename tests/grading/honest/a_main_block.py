# uses: a block for running the file by hand, which reads what is typed and ends the process
# problem: kth-smallest
import sys


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[k - 1]


def main() -> int:
    nums, k = input("numbers: ").split(), int(input("k: "))
    print(kth_smallest(nums, k))
    return 0


if __name__ == "__main__":
    sys.exit(main())
