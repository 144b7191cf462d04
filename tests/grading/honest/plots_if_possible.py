# uses: a plotting library and other packages that may be missing
# problem: kth-smallest
try:
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
except ImportError:
    plt = None
try:
    import einops, jaxtyping, pandas, tqdm
except ModuleNotFoundError as error:
    print(f"{error.name} is not installed")


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    if plt is not None:
        plt.plot(nums)
        plt.close()
    return sorted(nums)[k - 1]
