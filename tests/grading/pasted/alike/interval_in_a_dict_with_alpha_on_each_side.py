# problem: bootstrap-ci
# expect: fail
# says: Your code cuts off alpha on each side
def compare_systems(ours, theirs, draws, alpha=0.05):
    gap = np.asarray(ours) - np.asarray(theirs)
    means = np.sort(gap[np.asarray(draws)].mean(axis=1))
    low, high = np.quantile(means, [alpha, 1 - alpha])
    return {"delta": gap.mean(), "ci": (low, high)}
